import { Button, Group, Stack, Text } from '@mantine/core';
import type { Survey } from '@ieum/api-contract';
import { Link, useLocation } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { useDraw } from '../hooks/use-draw';
import { useNarrowing } from '../hooks/use-narrowing';
import { practiceMessages } from '../messages';
import { isNarrowed } from '../narrowing';
import { DrawProblem } from './draw-problem';
import { NarrowingChoices } from './narrowing-choices';
import type { PracticeLinks } from './practice-links';
import classes from './practice.module.css';

interface NewQuestionProps {
  readonly survey: Survey;
  readonly links: PracticeLinks;
}

export function NewQuestion({ survey, links }: NewQuestionProps) {
  const m = useMessages(practiceMessages);
  const words = usePracticeWords();
  const [, navigate] = useLocation();
  const { narrowing, narrow } = useNarrowing(survey.topics);
  const draw = useDraw((questionId) => navigate(links.question(questionId)));
  const names = [
    ...(narrowing.topic ? [words.topics[narrowing.topic]] : []),
    ...(narrowing.type ? [words.types[narrowing.type]] : []),
  ];
  return (
    <Section title={m.next} lead={m.nextHint}>
      <Stack gap="md">
        <Group gap="md">
          <Button size="xl" className={classes.big} loading={draw.isPending} onClick={() => draw.mutate(narrowing)}>
            {m.draw}
          </Button>
          <Button size="xl" variant="default" component={Link} href={links.scripts}>
            {m.scripts}
          </Button>
          <Button size="xl" variant="default" component={Link} href={links.progress}>
            {m.progress}
          </Button>
          {names.length > 0 && (
            <Text c="dimmed">
              {m.narrowed}: {names.join(' · ')}
            </Text>
          )}
        </Group>
        <DrawProblem
          error={draw.error}
          narrowed={isNarrowed(narrowing)}
          surveyHref={links.survey}
          onRetry={() => draw.mutate(narrowing)}
          onClear={() => {
            narrow({});
            draw.reset();
          }}
        />
        <NarrowingChoices
          topics={survey.topics}
          narrowing={narrowing}
          onChange={(next) => {
            narrow(next);
            draw.reset();
          }}
        />
      </Stack>
    </Section>
  );
}
