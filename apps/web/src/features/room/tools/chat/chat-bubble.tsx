import { Text, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ChatEntry } from './chat-log';
import { chatMessages } from './chat-messages';
import classes from './chat.module.css';
import { linkify } from './linkify';

interface ChatBubbleProps {
  readonly entry: ChatEntry;
  readonly author: string;
}

export const ChatBubble = memo(function ChatBubble({ entry, author }: ChatBubbleProps) {
  const m = useMessages(chatMessages);
  return (
    <div className={classes.bubble} data-mine={entry.mine}>
      <VisuallyHidden>{author}: </VisuallyHidden>
      <span className={classes.text}>
        {linkify(entry.text).map((part, index) =>
          part.href ? (
            <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </span>
      {entry.mine && (
        <Text span fz="xs" className={classes.delivery} data-state={entry.state}>
          {m.states[entry.state]}
        </Text>
      )}
    </div>
  );
});
