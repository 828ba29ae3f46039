import { useEffect, useState, useSyncExternalStore } from 'react';
import { onSilence, silenceOthers } from '../../../shared/lib/sound-turns';
import { fetchQuestionSound } from '../../../shared/practice/sound/question-sound';
import { otherTabs } from '../speech/other-tabs';
import { QuestionFile } from '../speech/question-file';

/** The question's own sound for as long as the page is there. */
export function useQuestionFile(questionId: string, rate: string) {
  const [file] = useState(
    () =>
      new QuestionFile({
        player: new Audio(),
        fetchSound: (signal) => fetchQuestionSound(questionId, signal),
        urls: URL,
        otherTabs: otherTabs(),
      }),
  );
  const state = useSyncExternalStore(file.subscribe, file.getSnapshot);
  useEffect(() => {
    file.open();
    window.addEventListener('pagehide', file.stop);
    const leave = onSilence(file.stop);
    return () => {
      window.removeEventListener('pagehide', file.stop);
      leave();
      file.close();
    };
  }, [file]);
  const isStarting = state.status === 'starting';
  useEffect(() => {
    if (isStarting) silenceOthers(file.stop);
  }, [file, isStarting]);
  useEffect(() => file.setRate(Number(rate)), [file, rate]);
  return { file, state };
}
