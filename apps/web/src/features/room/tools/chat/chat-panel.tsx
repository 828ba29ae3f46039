import { ActionIcon, CloseButton, Group, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import type { ToolPanelProps } from '../tool';
import { ChatCompose } from './chat-compose';
import { SearchIcon } from './chat-icons';
import { ChatLog } from './chat-log';
import { chatMessages } from './chat-messages';
import type { ChatMessage, ChatModel } from './chat-model';
import { ChatSearch } from './chat-search';
import classes from './chat.module.css';
import { hasMatch, searchFor } from './highlight';
import { LargePicture } from './large-picture';
import { pictureAmong } from './picture-among';
import { useChatName } from './use-chat-name';
import { useDraft } from './use-draft';

export function ChatPanel({ model, partner, onClose }: ToolPanelProps<ChatModel>) {
  const m = useMessages(chatMessages);
  const name = useChatName();
  const snapshot = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const draft = useDraft(model);
  const [query, setQuery] = useState<string | null>(null);
  const [enlarged, setEnlarged] = useState<ChatMessage | null>(null);
  const [leaving, setLeaving] = useState<ChatMessage | null>(null);
  const searchButton = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const tookBack = useRef(false);
  const search = useMemo(() => (query === null ? null : searchFor(query)), [query]);
  const { messages } = snapshot;
  const found = search ? messages.filter(({ text }) => hasMatch(text, search)) : messages;

  useEffect(() => {
    // The button that was pressed went with its message.
    if (leaving === null && tookBack.current) input.current?.focus();
    tookBack.current = false;
  }, [leaving]);

  const closeSearch = () => {
    setQuery(null);
    searchButton.current?.focus();
  };
  const take = (event: ClipboardEvent | DragEvent, transfer: DataTransfer | null) => {
    const file = transfer && pictureAmong(transfer);
    if (!file) return;
    // It is not also dropped on the room, or written.
    event.preventDefault();
    event.stopPropagation();
    draft.setPicture(file);
  };
  return (
    // Whatever a mouse or a clipboard brings can be had by the button for pictures, too.
    <div
      className={classes.panel}
      onPaste={(event) => take(event, event.clipboardData)}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <Group gap={0} wrap="nowrap">
          <ActionIcon
            ref={searchButton}
            aria-label={m.search}
            aria-expanded={query !== null}
            onClick={() => (query === null ? setQuery('') : closeSearch())}
          >
            <SearchIcon />
          </ActionIcon>
          <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
        </Group>
      </Group>
      {query !== null && (
        <ChatSearch query={query} found={search && found.length} onQuery={setQuery} onClose={closeSearch} />
      )}
      <ChatLog
        messages={found}
        search={search}
        partner={partner}
        isConfidential={model.isConfidential}
        onEnlarge={setEnlarged}
        onTakeBack={setLeaving}
      />
      <Text fz="sm" className={classes.typing} aria-live="off">
        {snapshot.partnerTypes && m.typing({ name: partner })}
      </Text>
      <ChatCompose input={input} draft={draft} full={snapshot.full} connected={snapshot.connected} />
      <LargePicture message={enlarged} partner={partner} onClose={() => setEnlarged(null)} />
      <ConfirmDialog
        opened={leaving !== null}
        title={m.takeBackTitle}
        confirmLabel={m.confirm}
        cancelLabel={m.cancel}
        danger
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving) model.takeBack(leaving.id);
          tookBack.current = true;
          setLeaving(null);
        }}
      >
        {m.takeBackText}
      </ConfirmDialog>
    </div>
  );
}
