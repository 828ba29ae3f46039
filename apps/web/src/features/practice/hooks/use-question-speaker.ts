import { useEffect, useState, useSyncExternalStore } from 'react';
import { onSilence, silenceOthers } from '../../../shared/lib/sound-turns';
import type { PracticeChoiceStore } from '../practice-choices';
import { browserSpeech } from '../speech/browser-speech';
import { otherTabs } from '../speech/other-tabs';
import { QuestionSpeaker } from '../speech/question-speaker';

/** A speaker for as long as the page is there: whoever leaves it hears nothing more. */
export function useQuestionSpeaker(choices: PracticeChoiceStore) {
  const [speaker] = useState(
    () =>
      new QuestionSpeaker({
        speech: browserSpeech(),
        otherTabs: otherTabs(),
        choices,
        setTimer: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      }),
  );
  const state = useSyncExternalStore(speaker.subscribe, speaker.getSnapshot);
  useEffect(() => {
    speaker.open();
    window.addEventListener('pagehide', speaker.stop);
    const leave = onSilence(speaker.stop);
    return () => {
      window.removeEventListener('pagehide', speaker.stop);
      leave();
      speaker.close();
    };
  }, [speaker]);
  const isStarting = state.status === 'starting';
  useEffect(() => {
    if (isStarting) silenceOthers(speaker.stop);
  }, [speaker, isStarting]);
  return { speaker, state };
}
