import { Button, Group, Stack, Text } from '@mantine/core';
import type { WrittenFeedback } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Loading } from '../../../../shared/ui/loading';
import { Page } from '../../../../shared/ui/page';
import { Section } from '../../../../shared/ui/section';
import type { OwnFeedbackLinks } from '../feedback-links';
import { ownMessages } from '../own-messages';
import { ownQuery } from '../own-queries';
import classes from '../written-feedback.module.css';
import { Answer } from './answer';
import { DeleteButton } from './delete-button';
import { StatusBadge } from './status-badge';
import { WithdrawButton } from './withdraw-button';

interface OwnFeedbackPageProps {
  readonly id: string;
  readonly links: OwnFeedbackLinks;
}

/** One request of the student's, and what came of it. Keyed by its id. */
export function OwnFeedbackPage({ id, links }: OwnFeedbackPageProps) {
  const m = useMessages(ownMessages);
  const { data, error, refetch } = useQuery(ownQuery(id));
  return (
    <Page title={m.title}>
      {data ? (
        <Stack gap="lg">
          <Head feedback={data.writtenFeedback} links={links} />
          {data.writtenFeedback.answer && (
            <Answer feedback={data.writtenFeedback} answer={data.writtenFeedback.answer} />
          )}
          <Asked feedback={data.writtenFeedback} />
          {!isOpen(data.writtenFeedback) && <DeleteButton id={id} listHref={links.feedback} />}
        </Stack>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={m.loading} lines={5} />
      )}
    </Page>
  );
}

const isOpen = ({ status }: WrittenFeedback): boolean => status === 'waiting' || status === 'claimed';

interface PartProps {
  readonly feedback: WrittenFeedback;
}

function Head({ feedback, links }: PartProps & { readonly links: OwnFeedbackLinks }) {
  const m = useMessages(ownMessages);
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Group gap="sm" role="status">
        <StatusBadge status={feedback.status} />
        <Text fz="sm" c="dimmed">
          {m.askedAt({ date: format.dateTime(feedback.createdAt) })}
        </Text>
      </Group>
      <h2 className={classes.question} lang="en">
        {feedback.question.text}
      </h2>
      <Group gap="sm">
        <Button component={Link} href={links.question(feedback.question.id)} variant="default">
          {m.toScript}
        </Button>
        <Button component={Link} href={links.feedback} variant="default">
          {m.all}
        </Button>
        {isOpen(feedback) && <WithdrawButton id={feedback.id} />}
      </Group>
    </Stack>
  );
}

function Asked({ feedback: { status, text, note } }: PartProps) {
  const m = useMessages(ownMessages);
  if (status === 'withdrawn' && text === '') return null;
  return (
    <Section title={m.yourText}>
      {text.trim() === '' ? (
        <Text c="dimmed">{m.noText}</Text>
      ) : (
        <p className={classes.text} lang="en">
          {text}
        </p>
      )}
      {note !== '' && (
        <Stack gap={4} mt="md">
          <Text fw={600}>{m.yourNote}</Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note}</Text>
        </Stack>
      )}
    </Section>
  );
}
