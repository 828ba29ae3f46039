import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../../shared/ui/error-state';
import type { FeedbackAutosave } from '../draft-content';
import { jobMessages } from '../job-messages';
import { answerJob } from '../job-queries';
import { useJobChange } from '../use-job-change';

interface SendAnswerProps {
  readonly id: string;
  readonly autosave: FeedbackAutosave;
  /** Another tab wrote meanwhile: first it is decided which text stays. */
  readonly blocked: boolean;
}

/** Sends the draft as it is on the server, after it was asked once more. */
export function SendAnswer({ id, autosave, blocked }: SendAnswerProps) {
  const m = useMessages(jobMessages);
  const [asking, setAsking] = useState(false);
  const send = useJobChange(id, async () => ((await autosave.flush()) ? answerJob(id, autosave.version) : null));
  return (
    <Group gap="sm">
      <Button disabled={blocked} aria-disabled={send.isPending} onClick={() => send.isPending || setAsking(true)}>
        {send.isPending ? m.sending : m.send}
      </Button>
      <Text role="status">{send.data === null && m.unsaved}</Text>
      {send.error && <ErrorState error={send.error} />}
      <ConfirmDialog
        opened={asking}
        title={m.sendTitle}
        confirmLabel={m.sendConfirm}
        cancelLabel={m.sendCancel}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          if (!send.isPending) send.mutate(undefined);
        }}
      >
        {m.sendText}
      </ConfirmDialog>
    </Group>
  );
}
