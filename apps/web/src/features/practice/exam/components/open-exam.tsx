import type { ExamSummary } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'wouter';
import { useTickingNow } from '../../../../shared/hooks/use-ticking-now';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Section } from '../../../../shared/ui/section';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { minutesLeft } from '../exam-progress';
import { examQuery, finishExam } from '../exam-queries';
import { examsMessages } from '../exams-messages';

interface OpenExamProps {
  readonly exam: ExamSummary;
  readonly href: string;
  /** Its time is over, or it was given up. */
  readonly onOver: () => void;
}

/** The exam that goes on: back to it, or end it here. */
export function OpenExam({ exam, href, onOver }: OpenExamProps) {
  const m = useMessages(examsMessages);
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const minutes = minutesLeft(exam, useTickingNow(5_000));
  const tell = useEffectEvent(onOver);
  const isOver = minutes === 0;
  useEffect(() => {
    if (isOver) tell();
  }, [isOver]);
  const finish = useMutation({
    mutationFn: () => finishExam(exam.id),
    onSuccess: (answer) => {
      client.setQueryData(examQuery(exam.id).queryKey, answer);
      onOver();
    },
  });
  return (
    <Section title={m.openTitle}>
      <Stack gap="md">
        <Text>{m.openText({ minutes: Math.max(1, minutes) })}</Text>
        <Group gap="sm">
          <Button component={Link} href={href} size="xl">
            {m.goOn}
          </Button>
          <SteadyButton size="xl" variant="default" loading={finish.isPending} onClick={() => setAsks(true)}>
            {m.giveUp}
          </SteadyButton>
        </Group>
        {finish.error && <ErrorState error={finish.error} />}
      </Stack>
      <ConfirmDialog
        opened={asks}
        title={m.giveUpTitle}
        confirmLabel={m.giveUp}
        cancelLabel={m.keep}
        danger
        onConfirm={() => {
          setAsks(false);
          finish.mutate();
        }}
        onCancel={() => setAsks(false)}
      >
        {m.giveUpText}
      </ConfirmDialog>
    </Section>
  );
}
