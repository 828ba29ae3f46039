import type { ExamQuestion } from '@ieum/api-contract';
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { usePracticeWords } from '../../../../shared/practice/use-practice-words';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Loading } from '../../../../shared/ui/loading';
import { TakePlayer } from '../../recorder/components/take-player';
import { recordingQuery } from '../exam-queries';
import { reviewMessages } from '../review-messages';

interface ReviewedAnswerProps {
  readonly asked: ExamQuestion;
  /** The page of the answer. */
  readonly href: string;
}

/** One question as it was asked, with its answer. */
export function ReviewedAnswer({ asked, href }: ReviewedAnswerProps) {
  const m = useMessages(reviewMessages);
  const words = usePracticeWords();
  const { number, question, part, recordingId, awaited } = asked;
  return (
    <Paper component="li" withBorder p="md" radius="md">
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={3} size="h4">
            {m.number({ n: number })}
          </Title>
          <Badge tt="none">{words.topics[question.topic]}</Badge>
          <Badge tt="none" color="apricot">
            {words.types[question.type]}
          </Badge>
          {part === 'surprise' && (
            <Badge tt="none" color="gray">
              {m.surprise}
            </Badge>
          )}
        </Group>
        <Text lang="en">{question.text}</Text>
        {recordingId ? (
          <AnswerTake key={recordingId} recordingId={recordingId} name={m.answerTo({ n: number })} />
        ) : (
          <Text c="dimmed">{awaited ? m.awaited : m.noAnswer}</Text>
        )}
        <Group gap="sm">
          {recordingId && (
            <Button component={Link} href={`${href}?ask=1`} aria-label={`${m.ask}: ${m.number({ n: number })}`}>
              {m.ask}
            </Button>
          )}
          <Button component={Link} href={href} variant="light" aria-label={`${m.open}: ${m.number({ n: number })}`}>
            {m.open}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function AnswerTake({ recordingId, name }: { readonly recordingId: string; readonly name: string }) {
  const m = useMessages(reviewMessages);
  const { data, error, refetch } = useQuery(recordingQuery(recordingId));
  if (data) return <TakePlayer recording={data.recording} name={name} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Loading label={m.loadingTake} lines={1} />;
}
