import { Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { takeFocus } from '../script/take-focus';
import { libraryMessages } from './library-messages';
import type { LibraryLinks } from './library-page';
import type { Restore } from './use-restore';

interface RestoredNoteProps {
  readonly restore: Restore;
  readonly links: Pick<LibraryLinks, 'question'>;
}

/** That a script is back; the focus comes here, for its card is gone. */
export function RestoredNote({ restore, links }: RestoredNoteProps) {
  const m = useMessages(libraryMessages);
  return (
    <div role="status">
      {restore.data && (
        <Notice tone="calm">
          <Group gap="sm">
            <Text>{m.restored}</Text>
            <Button
              key={restore.data.id}
              component={Link}
              href={links.question(restore.data.question.id)}
              variant="light"
              ref={takeFocus}
            >
              {m.open}
            </Button>
          </Group>
        </Notice>
      )}
    </div>
  );
}
