import type { Recording } from '@ieum/api-contract';
import { useCallback, useState } from 'react';
import { QuestionPage } from '../../features/practice/components/question-page';
import { AnswerRecorder } from '../../features/practice/recorder/answer-recorder';
import { TakePlayer } from '../../features/practice/recorder/components/take-player';
import { ScriptEditor } from '../../features/practice/script/script-editor';
import { TakeTranscript } from '../../features/practice/transcript/take-transcript';
import { practicePaths } from '../practice-paths';

/** One question with all that a learner makes of it: takes, their text, and the script. */
export function AnswerPage({ questionId }: { readonly questionId: string }) {
  const [incoming, setIncoming] = useState<string | null>(null);
  const taken = useCallback(() => setIncoming(null), []);
  const renderTake = (take: Recording) => (
    <TakePlayer recording={take}>
      {(atMs) => <TakeTranscript recordingId={take.id} atMs={atMs} onUse={setIncoming} />}
    </TakePlayer>
  );
  return (
    <QuestionPage
      questionId={questionId}
      links={practicePaths}
      renderRecorder={(slot) => <AnswerRecorder {...slot} />}
      renderTake={renderTake}
      script={<ScriptEditor key={questionId} questionId={questionId} incoming={incoming} onTaken={taken} />}
    />
  );
}
