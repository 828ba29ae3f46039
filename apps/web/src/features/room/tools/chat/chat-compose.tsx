import { ActionIcon, Button, CloseButton, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ChangeEvent, KeyboardEvent, RefObject } from 'react';
import { CHAT_TEXT_MAX } from '../../../../shared/consult-document/chat-entry';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { PictureIcon } from './chat-icons';
import { chatMessages } from './chat-messages';
import { ChatPicture } from './chat-picture';
import classes from './chat.module.css';
import type { DraftPart } from './use-draft';

interface ChatComposeProps {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly draft: DraftPart;
  readonly full: boolean;
  readonly connected: boolean;
}

/** In pixels. */
const DRAFT_PICTURE = { width: 160, height: 96 };

/** Where a message is written. */
export function ChatCompose({ input, draft: { draft, preparing, ...part }, full, connected }: ChatComposeProps) {
  const m = useMessages(chatMessages);
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [input]);

  const send = () => {
    part.send();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Korean syllable is composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (preparing !== 'yes') send();
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file) part.setPicture(file);
    // The same one can be chosen again.
    currentTarget.value = '';
    input.current?.focus();
  };
  const problem = full ? m.full : preparing === 'failed' ? m.notPicture : null;
  const note = preparing === 'yes' ? m.preparing : connected ? null : m.linkDown;
  return (
    <div className={classes.compose}>
      <Text fz="sm" role="status" className={classes.note} data-problem={problem !== null || undefined}>
        {problem ?? note}
      </Text>
      {draft.picture && (
        <Group gap="xs" align="flex-end" wrap="nowrap" pb={8}>
          <ChatPicture picture={draft.picture} alt={m.draftPicture} within={DRAFT_PICTURE} />
          <CloseButton size="xl" aria-label={m.removePicture} onClick={() => part.setPicture(null)} />
        </Group>
      )}
      <Group gap={6} align="flex-end" wrap="nowrap">
        {/* On a phone it offers the camera, too. */}
        <input ref={chooser} type="file" accept="image/*" hidden onChange={choose} />
        <ActionIcon aria-label={m.picture} title={m.picture} onClick={() => chooser.current?.click()}>
          <PictureIcon />
        </ActionIcon>
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
          value={draft.text}
          onChange={(event) => part.setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => part.stopTyping()}
        />
        <Button
          size="md"
          px="md"
          className={classes.send}
          disabled={(draft.text.trim() === '' && !draft.picture) || preparing === 'yes'}
          onClick={send}
        >
          {m.send}
        </Button>
      </Group>
    </div>
  );
}
