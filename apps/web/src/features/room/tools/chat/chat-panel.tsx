import { CHAT_TEXT_MAX } from '@ieum/signaling-protocol';
import { Box, Button, CloseButton, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent, UIEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolPanelProps } from '../tool';
import { ChatBubble } from './chat-bubble';
import { chatMessages } from './chat-messages';
import type { ChatModel } from './chat-model';
import classes from './chat.module.css';

/** How near the end of the log, in pixels, still counts as reading along. */
const NEAR_END = 60;

export function ChatPanel({ model, partner, onClose }: ToolPanelProps<ChatModel>) {
  const m = useMessages(chatMessages);
  const { entries, linkOpen } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const [text, setText] = useState(() => model.draft());
  const log = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const following = useRef(true);

  useEffect(() => input.current?.focus(), []);
  useLayoutEffect(() => {
    if (following.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [entries]);

  const write = (next: string) => {
    model.keepDraft(next);
    setText(next);
  };
  const send = () => {
    following.current = true;
    model.write(text);
    write('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Korean syllable is composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) => {
    following.current = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < NEAR_END;
  };

  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {m.name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      {/* A log that is scrolled by keyboard, too. */}
      <Box
        ref={log}
        className={classes.log}
        role="log"
        aria-label={m.log}
        aria-live="polite"
        tabIndex={0}
        onScroll={onScroll}
      >
        {entries.length === 0 && (
          <Text c="dimmed" fz="sm">
            {m.empty}
          </Text>
        )}
        {entries.map((entry) => (
          <ChatBubble key={entry.id} entry={entry} author={entry.mine ? m.you : partner} />
        ))}
      </Box>
      <div className={classes.compose}>
        <Text fz="sm" role="status" className={classes.note}>
          {!linkOpen && m.linkDown}
        </Text>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <Textarea
            ref={input}
            className={classes.input}
            aria-label={m.write}
            placeholder={m.write}
            size="md"
            autosize
            minRows={1}
            maxRows={5}
            maxLength={CHAT_TEXT_MAX}
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <Button size="md" disabled={text.trim() === ''} onClick={send}>
            {m.send}
          </Button>
        </Group>
      </div>
    </>
  );
}
