import { Alert, Button, Stack, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useConsultAction } from '../../../shared/consult/use-consult';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Dialog } from '../../../shared/ui/dialog';
import { roomMessages } from '../messages';

interface LeaveDialogProps {
  readonly consult: Consult;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly onEnded: (consult: Consult) => void;
}

/** Leaving is for a moment; ending, the mentor's right, is for good. Both say what follows. */
export function LeaveDialog({ consult, opened, onClose, onLeave, onEnded }: LeaveDialogProps) {
  const m = useMessages(roomMessages);
  const { language } = useLanguage();
  const end = useConsultAction(consult.id, 'end');
  const mentor = consult.role === 'mentor';
  return (
    <Dialog opened={opened} onClose={onClose} title={m.leaveTitle}>
      <Stack gap="sm">
        <Text>{mentor ? m.leaveMentor : m.leaveStudent}</Text>
        {end.error && (
          <Alert color="red" role="alert">
            {errorText(end.error, language)}
          </Alert>
        )}
        {mentor && (
          <>
            <Button
              color="red"
              size="md"
              loading={end.isPending}
              onClick={() => end.mutate(undefined, { onSuccess: ({ consult: ended }) => onEnded(ended) })}
            >
              {m.end}
            </Button>
            <Text fz="sm" c="dimmed">
              {m.endHint}
            </Text>
          </>
        )}
        <Button variant={mentor ? 'default' : 'filled'} size="md" onClick={onLeave}>
          {m.leaveOnly}
        </Button>
        <Button variant="subtle" size="md" onClick={onClose}>
          {m.stay}
        </Button>
      </Stack>
    </Dialog>
  );
}
