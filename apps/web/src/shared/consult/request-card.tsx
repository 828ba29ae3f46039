import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import type { Carries, Kind, Language, Readiness, Topic } from '@ieum/signaling-protocol';
import type { ReactNode } from 'react';
import { CarriesBadge } from './carries-badge';
import { ReadinessBadge } from './readiness-badge';
import { useConsultWords } from './use-consult-words';

export interface RequestCardProps {
  readonly kind: Kind | null;
  readonly topic: Topic | null;
  readonly language: Language;
  readonly nickname: string;
  readonly message: ReactNode;
  /** How long it waits. */
  readonly age: ReactNode;
  /** What the student's device check came to, if they made one. */
  readonly readiness?: Readiness | null;
  /** What of their practice goes along. */
  readonly carries?: Carries | null;
  readonly actions?: ReactNode;
}

/** A request for help as mentors see it: on the live list, and in the preview of whoever writes it. */
export function RequestCard(props: RequestCardProps) {
  const { kind, topic, language, nickname, message, age, readiness = null, carries = null, actions } = props;
  const words = useConsultWords();
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Group gap={6}>
            {kind && <Badge variant="light">{words.kinds[kind]}</Badge>}
            {topic && (
              <Badge variant="outline" tt="none">
                {words.topics[topic]}
              </Badge>
            )}
            <Badge variant="default" tt="none">
              {words.languages[language]}
            </Badge>
            {readiness && <ReadinessBadge readiness={readiness} />}
            {carries && <CarriesBadge carries={carries} />}
          </Group>
          <Text fz="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {age}
          </Text>
        </Group>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{message}</Text>
        <Group justify="space-between" gap="sm">
          <Text fz="sm" fw={600}>
            {nickname}
          </Text>
          {actions}
        </Group>
      </Stack>
    </Paper>
  );
}
