import type { Exam } from '@ieum/api-contract';
import { levelAfter, LEVEL_CHOICES } from '@ieum/api-contract';
import { Stack, Text } from '@mantine/core';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { levelOf } from '../../../../shared/practice/levels';
import { usePracticeWords } from '../../../../shared/practice/use-practice-words';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Page } from '../../../../shared/ui/page';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { examMessages } from '../exam-messages';
import { useExam } from '../use-exam';
import classes from './exam.module.css';
import { TimeLeft } from './time-left';

/** In the middle: how hard the rest shall be. */
export function LevelChoice({ exam }: { readonly exam: Exam }) {
  const m = useMessages(examMessages);
  const words = usePracticeWords();
  const { choose, look } = useExam(exam);
  return (
    <Page title={m.levelTitle} documentTitle={`${m.levelTitle} · ${m.documentTitle}`} lead={m.levelLead}>
      <Stack gap="xl">
        <TimeLeft exam={exam} onOver={look} />
        <div className={classes.choices}>
          {LEVEL_CHOICES.map((choice) => (
            <Stack key={choice} gap={4}>
              <SteadyButton
                size="xl"
                variant="default"
                loading={choose.isPending && choose.variables === choice}
                onClick={() => choose.isPending || choose.mutate(choice)}
              >
                {m.choices[choice]}
              </SteadyButton>
              <Text ta="center" fz="sm" c="dimmed">
                {words.levels[levelOf(levelAfter(exam.level, choice))]}
              </Text>
            </Stack>
          ))}
        </div>
        {choose.error && <ErrorState error={choose.error} />}
      </Stack>
    </Page>
  );
}
