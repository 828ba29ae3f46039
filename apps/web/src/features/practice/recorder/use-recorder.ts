import type { Recording } from '@ieum/api-contract';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useWakeLock } from '../../../shared/hooks/use-wake-lock';
import { holdTab } from '../../../shared/lib/hold-tab';
import { silenceOthers } from '../../../shared/lib/sound-turns';
import { createAnswerTakes } from './browser/create-answer-takes';
import { createRecorder } from './browser/create-recorder';
import { isUnderWay } from './recorder-phase';

function create(userId: string, questionId: string) {
  const takes = createAnswerTakes(userId);
  return { takes, recorder: createRecorder((contentType) => takes.begin(questionId, contentType)) };
}

/** One recorder for one question and one user, as long as the component lives. */
export function useRecorder(
  userId: string,
  questionId: string,
  onStored: (recording: Recording, isHeard: boolean) => void,
) {
  const [{ recorder, takes }] = useState(() => create(userId, questionId));
  const state = useSyncExternalStore(recorder.subscribe, recorder.getSnapshot);
  const { rows, storage, stored } = useSyncExternalStore(takes.subscribe, takes.getSnapshot);
  useEffect(() => {
    takes.open().catch(reportError);
    return () => {
      recorder.close();
      takes.close();
    };
  }, [recorder, takes]);
  const underWay = isUnderWay(state.phase);
  const inMemory = rows.some((row) => row.inMemory);
  const isHeard = underWay || state.phase === 'counting';
  const tell = useEffectEvent((recording: Recording) => onStored(recording, isHeard));
  useEffect(() => {
    if (stored) tell(stored);
  }, [stored]);
  useEffect(() => {
    if (isHeard) silenceOthers();
  }, [isHeard]);
  useWakeLock(underWay);
  useEffect(
    () => (underWay || inMemory ? holdTab(async () => takes.getSnapshot().rows.length === 0) : undefined),
    [underWay, inMemory, takes],
  );
  return { recorder, takes, state, rows, storage, stored };
}
