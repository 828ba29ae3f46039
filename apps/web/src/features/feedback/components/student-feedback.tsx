import { Button, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import type { KeptViews } from '../kept-views';
import type { FeedbackAnswer } from '../feedback-cache';
import { feedbackMessages } from '../messages';
import { DeleteFeedback } from './delete-feedback';
import { FeedbackView } from './feedback-view';
import { KeptDocument } from './kept/kept-document';
import { RatingForm } from './rating-form';

interface StudentFeedbackProps {
  readonly consult: Consult;
  readonly feedback: FeedbackAnswer;
  readonly views: KeptViews;
  readonly askHref: string;
}

export function StudentFeedback({ consult, feedback, views, askHref }: StudentFeedbackProps) {
  const m = useMessages(feedbackMessages);
  if (feedback === 'deleted') {
    return (
      <Stack gap="xl">
        <EmptyState
          title={m.deletedTitle}
          description={m.deletedStudent}
          action={
            <Button component={Link} href={askHref}>
              {m.askAgain}
            </Button>
          }
        />
        <KeptDocument consult={consult} views={views} />
      </Stack>
    );
  }
  if (feedback === 'not-ready') {
    return (
      <Stack gap="xl">
        <Paper withBorder p="xl" radius="md" role="status" data-print="no">
          <Stack gap="xs">
            <Title order={2} size="h3">
              {m.notReadyTitle}
            </Title>
            <Text>{m.notReadyText}</Text>
          </Stack>
        </Paper>
        <KeptDocument consult={consult} views={views} />
      </Stack>
    );
  }
  return (
    <Stack gap="xl">
      <VisuallyHidden role="status">{m.arrived}</VisuallyHidden>
      <FeedbackView feedback={feedback} />
      <div data-print="no">
        <RatingForm feedback={feedback} />
      </div>
      <KeptDocument consult={consult} views={views} />
      <DeleteFeedback consultId={consult.id} />
    </Stack>
  );
}
