import type { Recording } from '@ieum/api-contract';
import { Stack } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useUser } from '../../../../shared/hooks/use-user';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { RecorderPanel } from '../../recorder/components/recorder-panel';
import { UnfinishedRecordings } from '../../recorder/components/unfinished-recordings';
import { recorderMessages } from '../../recorder/recorder-messages';
import { useRecorder } from '../../recorder/use-recorder';

interface ExamRecorderProps {
  readonly questionId: string;
  /** A take begins: it belongs to the exam, whenever and from whichever page it arrives. */
  readonly onBegun: (recordingId: string) => void;
  readonly onStored: (recording: Recording) => void;
  /** Whether an answer was refused that nothing but this page has. */
  readonly onUnkept: (unkept: boolean) => void;
}

/** Records the answer to one question of an exam. Keyed by the question; when it goes, what was said so far is an answer. */
export function ExamRecorder({ questionId, onBegun, onStored, onUnkept }: ExamRecorderProps) {
  const m = useMessages(recorderMessages);
  const { id } = useUser();
  const { recorder, takes, state, rows, storage, stored } = useRecorder(id, questionId, onStored);
  const live = rows.find((row) => row.live);
  const tell = useEffectEvent(onBegun);
  const begunId = live?.id;
  useEffect(() => {
    if (begunId !== undefined) tell(begunId);
  }, [begunId]);
  const unkept = rows.some(({ inMemory, status }) => inMemory && status === 'refused');
  const tellUnkept = useEffectEvent(onUnkept);
  useEffect(() => tellUnkept(unkept), [unkept]);
  return (
    <Stack gap="md">
      <RecorderPanel recorder={recorder} state={state} storage={rows.length > 0 ? storage : null} live={live} />
      <UnfinishedRecordings questionId={questionId} takes={takes} rows={rows.filter((row) => !row.live)} />
      <div role="status">{stored?.questionId === questionId && m.arrived}</div>
    </Stack>
  );
}
