import { type ComparedScript, MAX_COMPARED_SCRIPTS, PACE_WORDS, type PracticeDay } from '@ieum/api-contract';
import type { SpokenTake } from './spoken-take';

const MINUTE_MS = 60_000;

/** What was practised on each day; the takes come in order. */
export function daysOf(takes: readonly SpokenTake[]): PracticeDay[] {
  return [...groupBy(takes, ({ day }) => day)].map(([day, ofDay]) => {
    const timed = ofDay.filter((take) => take.spanMs !== null && take.words >= PACE_WORDS);
    return {
      day,
      takes: ofDay.length,
      recordedMs: sum(ofDay, ({ recordedMs }) => recordedMs),
      wordsPerMinute: paceOf(ofDay.filter(hasPace)),
      pauses:
        timed.length === 0
          ? null
          : {
              perMinute: perMinute(
                sum(timed, ({ pauses }) => pauses),
                sum(timed, spokenMs),
              ),
              longestMs: Math.max(...timed.map(({ longestPauseMs }) => longestPauseMs)),
            },
    };
  });
}

/** Each script that was said at least twice: how fast at first, and how fast now. The one practised last comes first. */
export function comparisonsOf(takes: readonly SpokenTake[]): Omit<ComparedScript, 'question'>[] {
  const latestFirst = groupBy(takes.filter(hasPace).toReversed(), ({ scriptId }) => scriptId);
  return [...latestFirst.values()]
    .flatMap((ofScript) => {
      const [latest, first] = [ofScript[0], ofScript.at(-1)];
      if (!latest || !first || ofScript.length < 2) return [];
      return [{ questionId: latest.questionId, takes: ofScript.length, first: toPace(first), latest: toPace(latest) }];
    })
    .slice(0, MAX_COMPARED_SCRIPTS);
}

const hasPace = (take: SpokenTake): boolean => take.words >= PACE_WORDS && spokenMs(take) > 0;

const spokenMs = ({ spanMs, recordedMs }: SpokenTake): number => spanMs ?? recordedMs;

const toPace = (take: SpokenTake) => ({ day: take.day, wordsPerMinute: perMinute(take.words, spokenMs(take)) });

function paceOf(takes: readonly SpokenTake[]): number | null {
  if (takes.length === 0) return null;
  return perMinute(
    sum(takes, ({ words }) => words),
    sum(takes, spokenMs),
  );
}

/** To a tenth. */
const perMinute = (count: number, ms: number): number =>
  ms === 0 ? 0 : Math.round((count / ms) * MINUTE_MS * 10) / 10;

const sum = (takes: readonly SpokenTake[], figure: (take: SpokenTake) => number): number =>
  takes.reduce((total, take) => total + figure(take), 0);

function groupBy(takes: readonly SpokenTake[], key: (take: SpokenTake) => string): Map<string, SpokenTake[]> {
  const groups = new Map<string, SpokenTake[]>();
  for (const take of takes) {
    const group = groups.get(key(take));
    if (group) group.push(take);
    else groups.set(key(take), [take]);
  }
  return groups;
}
