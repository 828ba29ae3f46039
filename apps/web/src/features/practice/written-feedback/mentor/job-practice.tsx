import { Stack, Text } from '@mantine/core';
import type { FeedbackPractice } from '@ieum/api-contract';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Section } from '../../../../shared/ui/section';
import { jobMessages } from '../job-messages';
import classes from '../written-feedback.module.css';

/** The question, and what the student wrote and wants looked at. */
export function JobPractice({ practice: { question, text, note } }: { readonly practice: FeedbackPractice }) {
  const m = useMessages(jobMessages);
  return (
    <Section title={m.question}>
      <Stack gap="md">
        <p className={classes.question} lang="en">
          {question.text}
        </p>
        {note !== '' && (
          <div>
            <Text fw={600}>{m.note}</Text>
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note}</Text>
          </div>
        )}
        <div>
          <Text fw={600}>{m.original}</Text>
          {text.trim() === '' ? (
            <Text c="dimmed">{m.noText}</Text>
          ) : (
            <p className={classes.text} lang="en">
              {text}
            </p>
          )}
        </div>
      </Stack>
    </Section>
  );
}
