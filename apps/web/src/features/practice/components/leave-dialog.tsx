import { Button, Stack, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Dialog } from '../../../shared/ui/dialog';
import { surveyMessages } from '../survey-messages';

interface LeaveDialogProps {
  readonly opened: boolean;
  /** Whether it can be saved. */
  readonly complete: boolean;
  readonly onStay: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** Asks what shall become of changes that are not saved. */
export function LeaveDialog({ opened, complete, onStay, onDiscard, onSave }: LeaveDialogProps) {
  const m = useMessages(surveyMessages);
  return (
    <Dialog opened={opened} title={m.leaveTitle} onClose={onStay}>
      <Text>{complete ? m.leave : m.leaveIncomplete}</Text>
      <Stack gap="xs">
        {complete && <Button onClick={onSave}>{m.saveAndLeave}</Button>}
        <Button variant="default" onClick={onDiscard}>
          {m.discard}
        </Button>
        <Button variant={complete ? 'default' : 'filled'} onClick={onStay}>
          {m.stay}
        </Button>
      </Stack>
    </Dialog>
  );
}
