import { CloseButton, Group, Text, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { chatMessages } from './chat-messages';
import classes from './chat.module.css';

interface ChatSearchProps {
  readonly query: string;
  /** How many messages have it; `null` while nothing is searched for. */
  readonly found: number | null;
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
}

export function ChatSearch({ query, found, onQuery, onClose }: ChatSearchProps) {
  const m = useMessages(chatMessages);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // Of the panel, Escape closes only this.
    event.preventDefault();
    onClose();
  };
  return (
    <div className={classes.search} role="search">
      <Group gap={4} wrap="nowrap">
        <TextInput
          ref={input}
          className={classes.input}
          aria-label={m.search}
          placeholder={m.search}
          autoComplete="off"
          value={query}
          onChange={({ currentTarget }) => onQuery(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <CloseButton size="xl" aria-label={m.closeSearch} onClick={onClose} />
      </Group>
      <Text fz="sm" role="status" className={classes.found}>
        {found !== null && m.found({ count: found })}
      </Text>
    </div>
  );
}
