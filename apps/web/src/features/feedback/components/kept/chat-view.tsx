import { Group, Text } from '@mantine/core';
import { useCallback } from 'react';
import type { KeptMessage, KeptPicture } from '../../../../shared/consult-document/read-chat';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { keptMessages } from '../../kept-messages';
import classes from './kept.module.css';

interface ChatViewProps {
  readonly messages: readonly KeptMessage[];
  readonly nameOf: (message: KeptMessage) => string;
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
function Picture({ picture, alt }: { readonly picture: KeptPicture; readonly alt: string }) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined;
      const url = URL.createObjectURL(new Blob([picture.bytes], { type: picture.mimeType }));
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [picture],
  );
  return <img ref={show} alt={alt} width={picture.width} height={picture.height} className={classes.picture} />;
}
