import { Box, Button, Text } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { UIEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ChatBubble } from './chat-bubble';
import { chatMessages } from './chat-messages';
import type { ChatMessage } from './chat-model';
import classes from './chat.module.css';

interface ChatLogProps {
  readonly messages: readonly ChatMessage[];
  /** What they were searched for. */
  readonly search: RegExp | null;
  readonly partner: string;
  readonly isConfidential: boolean;
  readonly onEnlarge: (message: ChatMessage) => void;
  readonly onTakeBack: (message: ChatMessage) => void;
}

/** How near the end of the log, in pixels, still counts as reading along. */
const NEAR_END = 60;
/** So many are shown at a time. */
const PAGE = 200;

export function ChatLog({ messages, search, partner, isConfidential, ...actions }: ChatLogProps) {
  const m = useMessages(chatMessages);
  const [pages, setPages] = useState(1);
  const log = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const last = messages.at(-1);
  useLayoutEffect(() => {
    // Whoever writes wants to see it.
    if ((following.current || last?.mine) && log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [last?.id, last?.mine]);
  useEffect(() => {
    const element = log.current;
    if (!element) return undefined;
    // A keyboard on the screen, or a picture to be sent, takes room from it.
    const observer = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) => {
    following.current = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < NEAR_END;
  };
  const shown = messages.slice(-pages * PAGE);
  return (
    // A log that is scrolled by keyboard, too. What a search shows is no news, nor is a mark.
    <Box
      ref={log}
      className={classes.log}
      role="log"
      aria-label={m.log}
      aria-live={search ? 'off' : 'polite'}
      aria-relevant="additions"
      tabIndex={0}
      onScroll={onScroll}
    >
      {!search && (
        <Text c="dimmed" fz="sm">
          {isConfidential ? m.keptHere : m.kept}
        </Text>
      )}
      {shown.length < messages.length && (
        <Button variant="default" className={classes.earlier} onClick={() => setPages(pages + 1)}>
          {m.earlier}
        </Button>
      )}
      {shown.map((message) => (
        <ChatBubble key={message.id} {...{ message, search, partner }} {...actions} />
      ))}
    </Box>
  );
}
