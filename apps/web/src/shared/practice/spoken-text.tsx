import type { Transcript, TranscriptWord } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { memo, useState } from 'react';
import { useStableCallback } from '../hooks/use-stable-callback';
import { useMessages } from '../i18n/use-messages';
import classes from './spoken-text.module.css';
import { spokenTextMessages } from './spoken-text-messages';
import { wordAt } from './word-at';
import { WordLink } from './word-link';

interface SpokenTextProps {
  readonly transcript: Pick<Transcript, 'text' | 'words'>;
  /** Where the take is being played; `null` while it is not. */
  readonly atMs: number | null;
  readonly onPlayFrom: (ms: number) => void;
}

/** What was heard. The word that is being played is marked, and each leads to its moment. */
export function SpokenText({ transcript: { text, words }, atMs, onPlayFrom }: SpokenTextProps) {
  const m = useMessages(spokenTextMessages);
  const playFrom = useStableCallback(onPlayFrom);
  if (words.length === 0) return <Text lang="en">{text}</Text>;
  return (
    <div>
      <Words words={words} playing={wordAt(words, atMs)} onPlayFrom={playFrom} />
      <Text fz="sm" c="dimmed">
        {m.seekHint}
      </Text>
    </div>
  );
}

interface WordsProps {
  readonly words: readonly TranscriptWord[];
  readonly playing: number | null;
  readonly onPlayFrom: (ms: number) => void;
}

/** Drawn anew with each word, not with each tenth of a second. */
const Words = memo(function Words({ words, playing, onPlayFrom }: WordsProps) {
  const [stop, setStop] = useState(0);
  return (
    <p className={classes.words} lang="en" data-words>
      {words.map(({ text, startMs }, index) => (
        // Nothing else tells two equal words apart, and they stay where they are.
        <span key={index}>
          <WordLink
            text={text.trim()}
            startMs={startMs}
            place={index}
            isStop={index === stop}
            isPlaying={index === playing}
            onStop={setStop}
            onPlayFrom={onPlayFrom}
          />{' '}
        </span>
      ))}
    </p>
  );
});
