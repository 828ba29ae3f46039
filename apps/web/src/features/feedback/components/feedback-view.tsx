import { Badge, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { Correction, Feedback } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { feedbackMessages } from '../messages';
import classes from './feedback.module.css';

/** The feedback as it stays: read by the student, and by the mentor once it is sent. */
export function FeedbackView({ feedback }: { readonly feedback: Feedback }) {
  const m = useMessages(feedbackMessages);
  return (
    <Stack gap="lg">
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
      <section aria-label={m.corrections}>
        <Title order={2} size="h4" mb="sm">
          {m.corrections}
        </Title>
        {feedback.corrections.length === 0 ? (
          <Text c="dimmed">{m.noCorrections}</Text>
        ) : (
          <Stack component="ol" gap="sm" className={classes.corrections}>
            {feedback.corrections.map((correction, index) => (
              <li key={index}>
                <CorrectionCard correction={correction} />
              </li>
            ))}
          </Stack>
        )}
      </section>
    </Stack>
  );
}

function CorrectionCard({ correction }: { readonly correction: Correction }) {
  const m = useMessages(feedbackMessages);
  const words = useConsultWords();
  return (
    <Paper withBorder p="md" radius="md">
      <Badge variant="light" mb="xs" tt="none">
        {words.categories[correction.category]}
      </Badge>
      {correction.before && (
        <Text className={classes.before}>
          <VisuallyHidden>{correction.after ? m.before : m.deletion}: </VisuallyHidden>
          <del>{correction.before}</del>
        </Text>
      )}
      {correction.after && (
        <Text className={classes.after}>
          <VisuallyHidden>{correction.before ? m.after : m.insertion}: </VisuallyHidden>
          <ins>{correction.after}</ins>
        </Text>
      )}
      {correction.comment && (
        <Text fz="sm" mt="xs" className={classes.text}>
          {correction.comment}
        </Text>
      )}
    </Paper>
  );
}
