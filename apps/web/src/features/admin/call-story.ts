import type { AdminCallReport, AdminCallTimeline } from '@ieum/api-contract';

/** What the server knows of a consult beside what its browsers tell. */
export type Milestone = 'asked' | 'matched' | 'live' | 'ended';

export type StoryMoment =
  { readonly at: string; readonly milestone: Milestone } | { readonly at: string; readonly report: AdminCallReport };

/** A call from the request to its end, in order. */
export function storyOf({ askedAt, matchedAt, liveAt, closedAt, reports }: AdminCallTimeline): StoryMoment[] {
  const milestones: [Milestone, string | null][] = [
    ['asked', askedAt],
    ['matched', matchedAt],
    ['live', liveAt],
    ['ended', closedAt],
  ];
  const moments: StoryMoment[] = [
    ...milestones.flatMap(([milestone, at]) => (at === null ? [] : [{ at, milestone }])),
    ...reports.map((report) => ({ at: report.at, report })),
  ];
  return moments.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Without the figures that say the same as the ones before them: what is left is what changed. */
export function changesIn(story: readonly StoryMoment[]): StoryMoment[] {
  const levels = new Map<string, string>();
  return story.filter((moment) => {
    if (!('report' in moment) || moment.report.fact.type !== 'figures') return true;
    const { side, visit, fact } = moment.report;
    const teller = `${side} ${visit}`;
    if (levels.get(teller) === fact.level) return false;
    levels.set(teller, fact.level);
    return true;
  });
}

/** A call in a few figures; `null` where nobody told any. */
export interface CallInShort {
  /** Of the slower side. */
  readonly setUpMs: number | null;
  readonly medianRoundTripMs: number | null;
  readonly worstLoss: number | null;
  readonly restarts: number;
  /** From the first connection until the end, or what was told last. */
  readonly seconds: number | null;
}

export function inShort({ closedAt, reports }: AdminCallTimeline): CallInShort {
  const facts = reports.map(({ fact }) => fact);
  const figures = facts.filter((fact) => fact.type === 'figures');
  const setUps = facts.flatMap((fact) => (fact.type === 'connected' ? [fact.setUpMs] : []));
  const trips = figures.flatMap(({ roundTripMs }) => (roundTripMs === undefined ? [] : [roundTripMs]));
  const losses = figures.flatMap(({ lossIn, lossOut }) => [lossIn, lossOut].filter((loss) => loss !== undefined));
  const begin = reports.find(({ fact }) => fact.type === 'connected')?.at;
  const end = closedAt ?? reports.at(-1)?.at;
  return {
    setUpMs: setUps.length > 0 ? Math.max(...setUps) : null,
    medianRoundTripMs: medianOf(trips),
    worstLoss: losses.length > 0 ? Math.max(...losses) : null,
    restarts: facts.filter(({ type }) => type === 'healing').length,
    seconds:
      begin === undefined || end === undefined ? null : Math.max(0, (Date.parse(end) - Date.parse(begin)) / 1000),
  };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
