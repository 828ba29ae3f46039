import type { PracticeQuestion } from '@ieum/api-contract';
import type { PracticeChoiceStore } from '../practice-choices';
import { useQuestionFile } from './use-question-file';
import { useQuestionSpeaker } from './use-question-speaker';

/** How a question is heard: by its own file where it has one that can be played, otherwise by a voice of the browser. */
export function useListening({ id, soundId }: PracticeQuestion, choices: PracticeChoiceStore) {
  const { speaker, state } = useQuestionSpeaker(choices);
  const { file, state: fileState } = useQuestionFile(id, state.rate);
  const byFile = soundId !== null && !fileState.broken;
  const filePlayer = {
    // What was asked for is read by the voice at once.
    play: (text: string, onBegun?: () => void) =>
      file.play(
        () => onBegun?.(),
        () => speaker.play(text, onBegun),
      ),
    pause: () => file.pause(),
    resume: () => file.resume(),
    stop: () => file.stop(),
  };
  return {
    listening: byFile
      ? { speaker: filePlayer, state: { status: fileState.status, voices: [], failed: false } }
      : { speaker, state },
    speaker,
    state,
    byFile,
    fileBroken: fileState.broken,
  };
}
