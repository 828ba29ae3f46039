import type { Recording } from '@ieum/api-contract';
import { Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useUser } from '../../../shared/hooks/use-user';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { useLeaveGuard } from '../hooks/use-leave-guard';
import { RecorderPanel } from './components/recorder-panel';
import { UnfinishedRecordings } from './components/unfinished-recordings';
import { recorderMessages } from './recorder-messages';
import { useRecorder } from './use-recorder';

interface AnswerRecorderProps {
  readonly questionId: string;
  /**
   * The server has another take; also one of an earlier page, which may be of another question. `isHeard`: a newer one is being
   * recorded.
   */
  readonly onStored: (recording: Recording, isHeard: boolean) => void;
  /** Asks for the microphone and counts down as it comes, for who has said so already. */
  readonly startNow?: boolean;
}

/** Records answers to a question and brings them to the server. */
export function AnswerRecorder(props: AnswerRecorderProps) {
  const { id } = useUser();
  return <UserRecorder key={`${id} ${props.questionId}`} userId={id} {...props} />;
}

type UserRecorderProps = AnswerRecorderProps & { readonly userId: string };

function UserRecorder({ userId, questionId, onStored, startNow = false }: UserRecorderProps) {
  const m = useMessages(recorderMessages);
  const { recorder, takes, state, rows, storage, stored } = useRecorder(userId, questionId, onStored);
  // What is on its way goes on being sent, whatever is shown.
  const guard = useLeaveGuard(rows.some(({ inMemory, status }) => inMemory && status === 'refused'));
  useEffect(() => {
    if (startNow) void recorder.start();
  }, [recorder, startNow]);
  return (
    <Stack gap="md">
      <RecorderPanel
        recorder={recorder}
        state={state}
        storage={rows.length > 0 ? storage : null}
        live={rows.find(({ live }) => live)}
      />
      <UnfinishedRecordings questionId={questionId} takes={takes} rows={rows.filter(({ live }) => !live)} />
      <div role="status">{stored && m.arrived}</div>
      <ConfirmDialog
        opened={guard.wished !== null}
        title={m.leaveTitle}
        confirmLabel={m.leave}
        cancelLabel={m.stay}
        danger
        onConfirm={guard.leave}
        onCancel={guard.stay}
      >
        {m.leaveText}
      </ConfirmDialog>
    </Stack>
  );
}
