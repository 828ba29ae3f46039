import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ChatEntry } from '../../../../shared/consult-document/chat-entry';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { SmallPicture } from '../../../../shared/pictures/picture-facts';
import { useBlobSource } from '../../../../shared/lib/use-blob-source';
import { blobOf } from '../../../../shared/pictures/blob-of';
import { keptMessages } from '../../kept-messages';
import classes from './kept.module.css';

interface ChatViewProps {
  readonly messages: readonly ChatEntry[];
  readonly nameOf: (message: ChatEntry) => string;
}

/** What was written to each other, in its order. */
export function ChatView({ messages, nameOf }: ChatViewProps) {
  const m = useMessages(keptMessages);
  const format = useFormat();
  return (
    <ol className={classes.messages}>
      {messages.map((message) => (
        <li key={message.id} className={classes.message}>
          <Group gap={8}>
            <Text fw={600} fz="sm">
              {nameOf(message)}
            </Text>
            <Text c="dimmed" fz="sm">
              <time dateTime={message.at}>{format.dateTime(message.at)}</time>
            </Text>
          </Group>
          {message.deleted && (
            <Text className={classes.said} c="dimmed" fs="italic">
              {m.takenBack}
            </Text>
          )}
          {message.text && <p className={classes.said}>{message.text}</p>}
          {message.picture && <Picture picture={message.picture} alt={m.pictureFrom({ name: nameOf(message) })} />}
        </li>
      ))}
    </ol>
  );
}

/** A picture of the chat, by an address that lives as long as it is shown. */
function Picture({ picture, alt }: { readonly picture: SmallPicture; readonly alt: string }) {
  const show = useBlobSource<HTMLImageElement>(useMemo(() => blobOf(picture), [picture]));
  return <img ref={show} alt={alt} width={picture.width} height={picture.height} className={classes.picture} />;
}
