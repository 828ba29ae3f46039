import type { Recording } from '@ieum/api-contract';
import { useCallback, useState } from 'react';
import { QuestionPage } from '../../features/practice/components/question-page';
import { AnswerRecorder } from '../../features/practice/recorder/answer-recorder';
import { TakePlayer } from '../../features/practice/recorder/components/take-player';
import { ScriptEditor } from '../../features/practice/script/script-editor';
import { TakeTranscript } from '../../features/practice/transcript/take-transcript';
import { practicePaths } from '../practice-paths';
import { AskAMentor } from './ask-a-mentor';

/** One question with all that a learner makes of it: takes, their text, and the script. */
export function AnswerPage({ questionId }: { readonly questionId: string }) {
  const [incoming, setIncoming] = useState<string | null>(null);
  const taken = useCallback(() => setIncoming(null), []);
  const [canUse, setCanUse] = useState(false);
  const renderTake = (take: Recording, name: string) => (
    <TakePlayer recording={take} name={name}>
      {(atMs, sound) => (
        <TakeTranscript
          recordingId={take.id}
          name={name}
          atMs={atMs}
          onPlayFrom={(ms) => void sound.playFrom(ms)}
          canUse={canUse}
          onUse={setIncoming}
        />
      )}
    </TakePlayer>
  );
  return (
    <QuestionPage
      questionId={questionId}
      links={practicePaths}
      renderRecorder={(slot) => <AnswerRecorder {...slot} />}
      renderTake={renderTake}
      script={
        <ScriptEditor
          questionId={questionId}
          incoming={incoming}
          onTaken={taken}
          onReady={setCanUse}
          renderActions={(written) => <AskAMentor {...written} />}
          feedbackLinks={practicePaths}
        />
      }
    />
  );
}
