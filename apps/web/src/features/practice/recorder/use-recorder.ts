import type { Recording } from '@ieum/api-contract';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useWakeLock } from '../../../shared/hooks/use-wake-lock';
import { holdPage } from '../../../shared/lib/hold-page';
import { createAnswerTakes } from './browser/create-answer-takes';
import { createRecorder } from './browser/create-recorder';
import { isUnderWay } from './recorder-phase';

function create(userId: string, questionId: string) {
  const takes = createAnswerTakes(userId);
  return { takes, recorder: createRecorder((contentType) => takes.begin(questionId, contentType)) };
}

/** One recorder for one question and one user, as long as the component lives. */
export function useRecorder(userId: string, questionId: string, onStored: (recording: Recording) => void) {
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
  const tell = useEffectEvent(onStored);
  useEffect(() => {
    if (stored) tell(stored);
  }, [stored]);
  const underWay = isUnderWay(state.phase);
  const inMemoryOnly = storage !== null && rows.length > 0;
  useWakeLock(underWay);
  useEffect(() => {
    if (!underWay && !inMemoryOnly) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const release = holdPage();
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      release();
    };
  }, [underWay, inMemoryOnly]);
  return { recorder, takes, state, rows, storage, stored };
}
