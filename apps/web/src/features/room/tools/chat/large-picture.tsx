import { Button, Group } from '@mantine/core';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Dialog } from '../../../../shared/ui/dialog';
import { chatMessages } from './chat-messages';
import type { ChatMessage } from './chat-model';
import { ChatPicture } from './chat-picture';
import classes from './chat.module.css';

interface LargePictureProps {
  /** `null`: none is shown. */
  readonly message: ChatMessage | null;
  readonly partner: string;
  readonly onClose: () => void;
}

/** A picture of the chat, as large as there is room. */
export function LargePicture({ message, partner, onClose }: LargePictureProps) {
  const m = useMessages(chatMessages);
  const title = message?.mine ? m.ownPicture : m.pictureFrom({ name: partner });
  return (
    <Dialog opened={message !== null} title={title} wide onClose={onClose}>
      {message?.picture && <ChatPicture className={classes.large} picture={message.picture} alt={title} />}
      <Group justify="flex-end">
        <Button onClick={onClose}>{m.closePicture}</Button>
      </Group>
    </Dialog>
  );
}
