import { Alert, Button, Stack, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useConsultAction } from '../../../shared/consult/use-consult';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { Dialog } from '../../../shared/ui/dialog';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { closingChoice } from '../leave-choice';
import { roomMessages } from '../messages';

interface LeaveDialogProps {
  readonly consult: Consult;
  /** Whether the other side is in the room. */
  readonly peerHere: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly onClosed: (consult: Consult) => void;
}

/** Leaving is for a moment; cancelling and ending are for good. All say what follows. */
export function LeaveDialog({ consult, peerHere, opened, onClose, onLeave, onClosed }: LeaveDialogProps) {
  const m = useMessages(roomMessages);
  const { language } = useLanguage();
  const cancel = useConsultAction(consult.id, 'cancel');
  const end = useConsultAction(consult.id, 'end');
  const choice = closingChoice(consult, peerHere);
  const closing = choice === 'cancel' ? cancel : end;
  const tooEarly =
    choice === 'end-alone' && end.error instanceof ApiError && end.error.code === 'consults/illegal-transition';
  const intro = choice === 'cancel' ? m.leaveMatched : consult.role === 'mentor' ? m.leaveMentor : m.leaveStudent;
  return (
    <Dialog opened={opened} onClose={onClose} title={m.leaveTitle}>
      <Stack gap="sm">
        <Text>{intro}</Text>
        {choice && closing.error && (
          <Alert color={tooEarly ? 'blue' : 'red'} role={tooEarly ? 'status' : 'alert'}>
            {tooEarly ? m.endTooEarly : errorText(closing.error, language)}
          </Alert>
        )}
        {choice && (
          <>
            <SteadyButton
              color="red"
              size="md"
              loading={closing.isPending}
              onClick={() => closing.mutate(undefined, { onSuccess: ({ consult: closed }) => onClosed(closed) })}
            >
              {m.closing[choice].label}
            </SteadyButton>
            <Text fz="sm" c="dimmed">
              {m.closing[choice][consult.role]}
            </Text>
          </>
        )}
        <Button variant={choice ? 'default' : 'filled'} size="md" onClick={onLeave}>
          {m.leaveOnly}
        </Button>
        <Button variant="subtle" size="md" onClick={onClose}>
          {m.stay}
        </Button>
      </Stack>
    </Dialog>
  );
}
