import { ActionIcon, Text, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import { formatDateTime } from '../../../../shared/i18n/format';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { DeleteIcon } from './chat-icons';
import { chatMessages } from './chat-messages';
import type { ChatMessage } from './chat-model';
import { ChatPicture } from './chat-picture';
import { ChatText } from './chat-text';
import classes from './chat.module.css';

interface ChatBubbleProps {
  readonly message: ChatMessage;
  readonly search: RegExp | null;
  readonly partner: string;
  readonly onEnlarge: (message: ChatMessage) => void;
  readonly onTakeBack: (message: ChatMessage) => void;
}

/** In pixels: about as much as words take. */
const PICTURE = { width: 320, height: 240 };

export const ChatBubble = memo(function ChatBubble(props: ChatBubbleProps) {
  const { message, search, partner, onEnlarge, onTakeBack } = props;
  const { mine, deleted, picture, text, at, state } = message;
  const m = useMessages(chatMessages);
  const { language } = useLanguage();
  const alt = mine ? m.ownPicture : m.pictureFrom({ name: partner });
  return (
    <div className={classes.row} data-mine={mine}>
      {mine && !deleted && (
        <ActionIcon className={classes.takeBack} aria-label={m.takeBack} onClick={() => onTakeBack(message)}>
          <DeleteIcon />
        </ActionIcon>
      )}
      <div className={classes.bubble} data-deleted={deleted || undefined}>
        <VisuallyHidden>{mine ? m.you : partner}: </VisuallyHidden>
        {picture && (
          <button
            type="button"
            className={classes.picture}
            aria-label={m.enlarge({ picture: alt })}
            onClick={() => onEnlarge(message)}
          >
            <ChatPicture picture={picture} alt={alt} within={PICTURE} />
          </button>
        )}
        {deleted ? <em>{m.deleted}</em> : text && <ChatText text={text} search={search} />}
        <Text component="div" fz="xs" className={classes.about} data-state={mine && !deleted ? state : undefined}>
          <time dateTime={at}>{formatDateTime(at, language, { timeStyle: 'short' })}</time>
          {mine && !deleted && <span>{m.states[state]}</span>}
        </Text>
      </div>
    </div>
  );
});
