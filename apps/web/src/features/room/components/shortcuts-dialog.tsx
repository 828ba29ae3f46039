import { Button, Group } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Dialog } from '../../../shared/ui/dialog';
import { roomMessages } from '../messages';
import classes from './shortcuts-dialog.module.css';

interface ShortcutsDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const KEYS = [
  ['M', 'microphone'],
  ['V', 'camera'],
  ['C', 'chat'],
  ['?', 'list'],
] as const;

export function ShortcutsDialog({ opened, onClose }: ShortcutsDialogProps) {
  const m = useMessages(roomMessages);
  return (
    <Dialog opened={opened} onClose={onClose} title={m.shortcuts}>
      <dl className={classes.keys}>
        {KEYS.map(([key, name]) => (
          <div key={key} className={classes.row}>
            <dt>
              <kbd className={classes.key}>{key}</kbd>
            </dt>
            <dd>{m.shortcutKeys[name]}</dd>
          </div>
        ))}
      </dl>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {m.close}
        </Button>
      </Group>
    </Dialog>
  );
}
