import { Button, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import type { FeedbackAnswer } from '../feedback-cache';
import { feedbackMessages } from '../messages';
import { DeleteFeedback } from './delete-feedback';
import { FeedbackView } from './feedback-view';
import { RatingForm } from './rating-form';

interface StudentFeedbackProps {
  readonly consult: Consult;
  readonly feedback: FeedbackAnswer;
  readonly askHref: string;
}

export function StudentFeedback({ consult, feedback, askHref }: StudentFeedbackProps) {
  const m = useMessages(feedbackMessages);
  if (feedback === 'deleted') {
    return (
      <EmptyState
        title={m.deletedTitle}
        description={m.deletedStudent}
        action={
          <Button component={Link} href={askHref}>
            {m.askAgain}
          </Button>
        }
      />
    );
  }
  if (feedback === 'not-ready') {
    return (
      <Paper withBorder p="xl" radius="md" role="status">
        <Stack gap="xs">
          <Title order={2} size="h3">
            {m.notReadyTitle}
          </Title>
          <Text>{m.notReadyText}</Text>
        </Stack>
      </Paper>
    );
  }
  return (
    <Stack gap="xl">
      <VisuallyHidden role="status">{m.arrived}</VisuallyHidden>
      <FeedbackView feedback={feedback} />
      <RatingForm feedback={feedback} />
      <DeleteFeedback consultId={consult.id} />
    </Stack>
  );
}
