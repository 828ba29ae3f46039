import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import classes from './spoken-text.module.css';

/** What holds the words of one text has this attribute. */
const TEXT = '[data-words]';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_, last) => last,
};

interface WordLinkProps {
  readonly text: string;
  readonly startMs: number;
  /** Which of the words of its text it is. */
  readonly place: number;
  /** The Tab key stops here: at one word of a text only, and the arrows go on from there. */
  readonly isStop: boolean;
  readonly isPlaying: boolean;
  readonly onStop: (place: number) => void;
  readonly onPlayFrom: (ms: number) => void;
}

/** A word that leads to the moment at which it was said. */
export const WordLink = memo(function WordLink(props: WordLinkProps) {
  const { text, startMs, place, isStop, isPlaying, onStop, onPlayFrom } = props;
  return (
    <a
      className={classes.word}
      // A moment as W3C's media fragments write it.
      href={`#t=${startMs / 1000}`}
      tabIndex={isStop ? 0 : -1}
      data-playing={isPlaying}
      onFocus={() => onStop(place)}
      onKeyDown={walk}
      onClick={(event) => {
        event.preventDefault();
        onPlayFrom(startMs);
      }}
    >
      {text}
    </a>
  );
});

function walk(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = STEPS[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const links = [...(event.currentTarget.closest(TEXT)?.querySelectorAll('a') ?? [])];
  links[step(links.indexOf(event.currentTarget), links.length - 1)]?.focus();
  event.preventDefault();
}
