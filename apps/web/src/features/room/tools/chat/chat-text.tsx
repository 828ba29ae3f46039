import { Mark } from '@mantine/core';
import classes from './chat.module.css';
import { highlight } from './highlight';
import { linkify } from './linkify';

interface ChatTextProps {
  readonly text: string;
  readonly search: RegExp | null;
}

/** What somebody wrote, with links and with what is searched for. Whatever it says, it is text. */
export function ChatText({ text, search }: ChatTextProps) {
  return (
    <span className={classes.text}>
      {linkify(text).map((part, index) => {
        const words = highlight(part.text, search).map(({ text: word, isMatch }, at) =>
          isMatch ? <Mark key={at}>{word}</Mark> : word,
        );
        return part.href ? (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {words}
          </a>
        ) : (
          words
        );
      })}
    </span>
  );
}
