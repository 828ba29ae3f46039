import { Text } from '@mantine/core';
import type { WrittenAnswer, WrittenFeedback } from '@ieum/api-contract';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Section } from '../../../../shared/ui/section';
import { TakeMoments } from '../../components/take-moments';
import { ownMessages } from '../own-messages';
import { AnswerChanges } from './answer-changes';

interface AnswerProps {
  readonly feedback: WrittenFeedback;
  readonly answer: WrittenAnswer;
}

/** What a mentor wrote: changes to take or leave, a comment, moments to listen to. */
export function Answer({ feedback, answer }: AnswerProps) {
  const m = useMessages(ownMessages);
  return (
    <>
      <Section title={m.changes} lead={answer.mentor ? m.from({ name: answer.mentor.nickname }) : m.fromFormer}>
        {feedback.text === answer.text ? (
          <Text c="dimmed">{m.noChanges}</Text>
        ) : (
          <AnswerChanges feedback={feedback} corrected={answer.text} />
        )}
      </Section>
      {answer.comment.trim() !== '' && (
        <Section title={m.comment}>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{answer.comment}</Text>
        </Section>
      )}
      {answer.moments.length > 0 && (
        <Section title={m.moments}>
          <TakeMoments takes={feedback.takes} moments={answer.moments} gone={m.takeGone} />
        </Section>
      )}
    </>
  );
}
