import { Paper, Stack, Text, Title } from '@mantine/core';
import type { Feedback } from '@ieum/signaling-protocol';
import { useMessages } from '../../../shared/i18n/use-messages';
import { feedbackMessages } from '../messages';
import { CorrectionList } from './correction-list';
import classes from './feedback.module.css';

/** The feedback as it stays: read by the student, and by the mentor once it is sent. */
export function FeedbackView({ feedback }: { readonly feedback: Feedback }) {
  const m = useMessages(feedbackMessages);
  return (
    <Stack gap="lg" data-print-part="feedback">
      {feedback.summary && (
        <section aria-label={m.summary}>
          <Title order={2} size="h4" mb={4}>
            {m.summary}
          </Title>
          <Text className={classes.text}>{feedback.summary}</Text>
        </section>
      )}
      {feedback.practice && (
        <Paper component="section" aria-label={m.practice} p="md" radius="md" className={classes.practice}>
          <Title order={2} size="h4" mb={4}>
            {m.practice}
          </Title>
          <Text className={classes.text}>{feedback.practice}</Text>
        </Paper>
      )}
      {feedback.corrections.length > 0 && (
        <section aria-label={m.corrections}>
          <Title order={2} size="h4" mb="sm">
            {m.corrections}
          </Title>
          <CorrectionList
            corrections={feedback.corrections}
            date={(feedback.sentAt ?? feedback.updatedAt).slice(0, 10)}
          />
        </section>
      )}
    </Stack>
  );
}
