import { Button, Group, Stack } from '@mantine/core';
import { QUESTION_TOPICS } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useDraw } from '../hooks/use-draw';
import { practiceMessages } from '../messages';
import { isNarrowed, readNarrowing, writeNarrowing } from '../narrowing';
import { surveyQuery } from '../practice-queries';
import { questionMessages } from '../question-messages';
import { DrawProblem } from './draw-problem';
import type { PracticeLinks } from './practice-links';

/** On to the next question, narrowed down as the one before, or back. */
export function AnotherQuestion({ links }: { readonly links: PracticeLinks }) {
  const m = useMessages(practiceMessages);
  const { toStudio } = useMessages(questionMessages);
  const [, navigate] = useLocation();
  const { data } = useQuery(surveyQuery);
  const draw = useDraw((questionId) => navigate(links.question(questionId)));
  const narrowing = readNarrowing(sessionStorage, data?.survey?.topics ?? QUESTION_TOPICS);
  return (
    <Stack gap="md">
      <DrawProblem
        error={draw.error}
        narrowed={isNarrowed(narrowing)}
        surveyHref={links.survey}
        onRetry={() => draw.mutate(narrowing)}
        onClear={() => {
          writeNarrowing(sessionStorage, {});
          draw.mutate({});
        }}
      />
      <Group gap="sm">
        <Button variant="light" size="lg" loading={draw.isPending} onClick={() => draw.mutate(narrowing)}>
          {m.another}
        </Button>
        <Button component={Link} href={links.home} variant="subtle" color="gray" size="lg">
          {toStudio}
        </Button>
      </Group>
    </Stack>
  );
}
