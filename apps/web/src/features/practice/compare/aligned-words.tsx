import type { TranscriptWord } from '@ieum/api-contract';
import { Fragment, memo, useMemo, useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Told } from '../components/told';
import { WordLink } from '../../../shared/practice/word-link';
import type { AlignedRun, AlignedWord } from './aligned-text';
import { compareMessages } from './compare-messages';
import classes from './compare.module.css';

interface AlignedWordsProps {
  readonly label: string;
  readonly runs: readonly AlignedRun[];
  /** When each was said. */
  readonly times: readonly TranscriptWord[];
  /** The place of the word that is being played. */
  readonly playing: number | null;
  /** The same one each time, or all is drawn anew with each tenth of a second. */
  readonly onPlayFrom: (ms: number) => void;
}

const TAGS = { same: Fragment, missed: 'del', added: 'ins', other: 'mark' } as const;

/** What was said beside the script. Drawn anew with each word that is played. */
export const AlignedWords = memo(function AlignedWords({ label, runs, times, playing, onPlayFrom }: AlignedWordsProps) {
  const m = useMessages(compareMessages);
  const first = useMemo(() => runs.flatMap(({ words }) => words).find(({ at }) => at !== null)?.at ?? null, [runs]);
  const [stop, setStop] = useState(first);
  const wordOf = ({ shown, at }: AlignedWord) => {
    const time = at === null ? undefined : times[at];
    if (at === null || !time) return shown;
    return (
      <WordLink
        text={shown}
        startMs={time.startMs}
        place={at}
        isStop={at === stop}
        isPlaying={at === playing}
        onStop={setStop}
        onPlayFrom={onPlayFrom}
      />
    );
  };
  return (
    <p className={classes.aligned} lang="en" role="group" aria-label={label} data-words>
      {runs.map(({ kind, words }, index) => {
        const Tag = TAGS[kind];
        return (
          // Nothing else tells two equal runs apart, and they stay where they are.
          <Fragment key={index}>
            <Tag>
              {kind !== 'same' && <Told word={m[kind]} />}
              {words.map((word, place) => (
                <Fragment key={place}>
                  {wordOf(word)}
                  {word.instead !== null && (
                    <>
                      {' '}
                      <Told word={m.insteadOf} />
                      <span className={classes.instead}>{word.instead}</span>
                    </>
                  )}
                  {place < words.length - 1 && ' '}
                </Fragment>
              ))}
            </Tag>{' '}
          </Fragment>
        );
      })}
    </p>
  );
});
