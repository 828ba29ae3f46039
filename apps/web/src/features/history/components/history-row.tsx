import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { Link } from 'wouter';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { historyMessages } from '../messages';
import { nextStep } from '../next-step';

export interface HistoryLinks {
  waiting(consultId: string): string;
  room(consultId: string): string;
  feedback(consultId: string): string;
}

interface HistoryRowProps {
  readonly consult: Consult;
  readonly links: HistoryLinks;
}

const STATUS_COLORS: Record<Consult['status'], string> = {
  waiting: 'apricot',
  matched: 'sea',
  live: 'sea',
  ended: 'gray',
  cancelled: 'gray',
  expired: 'gray',
};

export function HistoryRow({ consult, links }: HistoryRowProps) {
  const m = useMessages(historyMessages);
  const words = useConsultWords();
  const format = useFormat();
  const asStudent = consult.role === 'student';
  const partner = asStudent ? consult.mentor?.nickname : consult.student.nickname;
  // Whoever accepted, and is not named any more, has deleted their account.
  const without = consult.matchedAt === null ? m.nobody : m.mentorLeft;
  return (
    <Paper component="li" withBorder p="md" radius="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} flex="1 1 240px" miw={0}>
          <Group gap={6}>
            <Badge variant="light" color={STATUS_COLORS[consult.status]} tt="none">
              {words.statuses[consult.status]}
            </Badge>
            <Text fz="sm" c="dimmed">
              {asStudent ? m.asStudent : m.asMentor}
            </Text>
          </Group>
          <Text fw={600}>
            {words.kinds[consult.kind]} · {words.topics[consult.topic]}
          </Text>
          <Text lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {consult.message}
          </Text>
          <Text fz="sm" c="dimmed">
            <time dateTime={consult.createdAt}>{format.dateTime(consult.createdAt)}</time>
            {' · '}
            {partner ? m.withMentor({ nickname: partner }) : without}
            {consult.volunteerSeconds > 0 &&
              ` · ${m.together({ duration: format.duration(consult.volunteerSeconds) })}`}
          </Text>
        </Stack>
        <NextStepLink consult={consult} links={links} />
      </Group>
    </Paper>
  );
}

function NextStepLink({ consult, links }: HistoryRowProps) {
  const m = useMessages(historyMessages);
  const step = nextStep(consult);
  switch (step.to) {
    case 'waiting':
      return (
        <Button component={Link} href={links.waiting(consult.id)}>
          {m.open.waiting}
        </Button>
      );
    case 'room':
      return (
        <Button component={Link} href={links.room(consult.id)}>
          {m.open.room}
        </Button>
      );
    case 'feedback':
      return (
        <Button
          component={Link}
          href={links.feedback(consult.id)}
          variant={step.as === 'pending' ? 'default' : 'light'}
        >
          {m.feedback[step.as]}
        </Button>
      );
    case 'nowhere':
      return step.deleted ? (
        <Text fz="sm" c="dimmed">
          {m.feedback.deleted}
        </Text>
      ) : null;
  }
}
