import type { Survey } from '@ieum/api-contract';
import { EXAM_MINUTES, examLength } from '@ieum/api-contract';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
import { levelOf } from '../../../../shared/practice/levels';
import { usePracticeWords } from '../../../../shared/practice/use-practice-words';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Section } from '../../../../shared/ui/section';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { examQuery, examsQuery, startExam } from '../exam-queries';
import { examsMessages } from '../exams-messages';
import type { ExamLinks } from './exam-links';
import classes from './exam.module.css';
import { MicrophoneTry } from './microphone-try';

interface ExamIntroductionProps {
  readonly survey: Survey;
  readonly links: ExamLinks;
}

/** What will happen, whether one is heard, and the start. */
export function ExamIntroduction({ survey, links }: ExamIntroductionProps) {
  const m = useMessages(examsMessages);
  const words = usePracticeWords();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  // Pressed again after an answer that did not arrive, it is the same exam.
  const [id] = useState(() => crypto.randomUUID());
  const start = useMutation({
    mutationFn: () => startExam(id),
    onSuccess: (answer) => {
      client.setQueryData(examQuery(id).queryKey, answer);
      navigate(links.exam(id));
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'exams/another-open')
        void client.invalidateQueries({ queryKey: examsQuery.queryKey });
    },
  });
  const facts = [
    m.count({ n: examLength(survey.level), minutes: EXAM_MINUTES }),
    m.listens,
    m.forwards,
    m.level,
    m.resume,
    m.review,
  ];
  return (
    <Section title={m.what} lead={m.yourLevel({ level: words.levels[levelOf(survey.level)] })}>
      <Stack gap="xl">
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <MicrophoneTry />
        {start.error && <ErrorState error={start.error} />}
        <Group gap="sm">
          <SteadyButton size="xl" loading={start.isPending} onClick={() => start.mutate()}>
            {m.start}
          </SteadyButton>
          <Button component={Link} href={links.survey} size="xl" variant="subtle" color="gray">
            {m.change}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
