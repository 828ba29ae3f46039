import type { Transcript } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import classes from './spoken-text.module.css';

interface SpokenTextProps {
  readonly transcript: Pick<Transcript, 'text' | 'words'>;
  /** Where the take is being played; `null` while it is not. */
  readonly atMs: number | null;
}

/** What was heard. The word that is being played is marked. */
export function SpokenText({ transcript: { text, words }, atMs }: SpokenTextProps) {
  if (words.length === 0) return <Text lang="en">{text}</Text>;
  return (
    <Text lang="en">
      {words.map(({ text: word, startMs, endMs }, index) => (
        <span
          // Nothing else tells two equal words apart, and they stay where they are.
          key={index}
          className={classes.word}
          data-playing={atMs !== null && atMs >= startMs && atMs < endMs}
        >
          {word.trim()}{' '}
        </span>
      ))}
    </Text>
  );
}
