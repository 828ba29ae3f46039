import type { ExamSummary } from '@ieum/api-contract';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { levelOf } from '../../../../shared/practice/levels';
import { usePracticeWords } from '../../../../shared/practice/use-practice-words';
import { Section } from '../../../../shared/ui/section';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { examsMessages } from '../exams-messages';
import type { ExamLinks } from './exam-links';
import classes from './exam.module.css';

interface EarlierExamsProps {
  readonly exams: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
  readonly items: readonly ExamSummary[];
  readonly links: ExamLinks;
}

/** Exams that are over, newest first. */
export function EarlierExams({ exams, items, links }: EarlierExamsProps) {
  const m = useMessages(examsMessages);
  return (
    <Section title={m.earlier}>
      {items.length === 0 ? (
        <Text c="dimmed">{m.none}</Text>
      ) : (
        <Stack component="ul" className={classes.list} gap="sm">
          {items.map((exam) => (
            <EarlierExam key={exam.id} exam={exam} href={links.exam(exam.id)} />
          ))}
        </Stack>
      )}
      {exams.hasNextPage && (
        <Group justify="center" mt="md">
          <SteadyButton variant="default" loading={exams.isFetchingNextPage} onClick={() => void exams.fetchNextPage()}>
            {m.more}
          </SteadyButton>
        </Group>
      )}
    </Section>
  );
}

function EarlierExam({ exam, href }: { readonly exam: ExamSummary; readonly href: string }) {
  const m = useMessages(examsMessages);
  const words = usePracticeWords();
  const format = useFormat();
  const { startedAt, level, levelAfter, answered, total } = exam;
  const after = levelAfter === null ? null : words.levels[levelOf(levelAfter)];
  const date = format.dateTime(startedAt);
  return (
    <Paper component="li" withBorder p="md" radius="md">
      <Group justify="space-between" gap="md">
        <div>
          <Text fw={600}>
            <time dateTime={startedAt}>{date}</time>
          </Text>
          <Text c="dimmed">
            {m.levels({ level: words.levels[levelOf(level)], after })} · {m.answered({ n: answered, of: total })}
          </Text>
        </div>
        <Button component={Link} href={href} variant="default" aria-label={`${m.look}: ${date}`}>
          {m.look}
        </Button>
      </Group>
    </Paper>
  );
}
