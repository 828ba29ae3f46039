import { Alert, Button, Paper, Skeleton, Stack, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { Link } from 'wouter';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import type { KeptViews } from '../kept-views';
import type { FeedbackAnswer } from '../feedback-cache';
import { isKept } from '../is-kept';
import { feedbackMessages } from '../messages';
import { DraftForm } from './draft-form';
import { FeedbackView } from './feedback-view';
import { KeptDocument } from './kept/kept-document';
import { StarRating } from './star-rating';

interface MentorFeedbackProps {
  readonly consult: Consult;
  readonly feedback: FeedbackAnswer;
  readonly views: KeptViews;
  readonly listHref: string;
}

export function MentorFeedback({ consult, feedback, views, listHref }: MentorFeedbackProps) {
  const m = useMessages(feedbackMessages);
  const format = useFormat();
  const toList = (
    <Button component={Link} href={listHref}>
      {m.toList}
    </Button>
  );
  const volunteer = consult.volunteerSeconds > 0 && (
    <Text>{m.volunteer({ duration: format.duration(consult.volunteerSeconds) })}</Text>
  );
  if (feedback === 'deleted') {
    return <EmptyState title={m.deletedTitle} description={m.deletedMentor} action={toList} />;
  }
  if (feedback === 'not-ready' || feedback.status !== 'sent') {
    return (
      <Stack gap="lg">
        {volunteer}
        <DraftForm consultId={consult.id} stored={feedback === 'not-ready' ? null : feedback} kept={isKept(consult)} />
        <KeptDocument consult={consult} views={views} />
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      {volunteer}
      <Alert variant="light" color="sea" role="status" title={m.sent}>
        {feedback.rating === null && m.sentWaiting}
      </Alert>
      {feedback.rating !== null && (
        <Paper withBorder p="md" radius="md" role="status">
          <Text fw={600}>{m.mentorRating({ rating: feedback.rating })}</Text>
          <StarRating label={m.star({ n: feedback.rating })} value={feedback.rating} />
          {feedback.thanks && (
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>“{feedback.thanks}”</Text>
          )}
        </Paper>
      )}
      <FeedbackView feedback={feedback} />
      <KeptDocument consult={consult} views={views} />
      <div>{toList}</div>
    </Stack>
  );
}

export function FeedbackSkeleton() {
  return (
    <Stack>
      <Skeleton height={90} radius="md" />
      <Skeleton height={160} radius="md" />
    </Stack>
  );
}
