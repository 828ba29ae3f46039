import { Button, Skeleton, Stack, Text } from '@mantine/core';
import type { PracticeDay, PracticeProgressResponse } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Page } from '../../../shared/ui/page';
import { Section } from '../../../shared/ui/section';
import { ComparedScripts } from './compared-scripts';
import { DaySection } from './day-section';
import { PracticeCalendar } from './practice-calendar';
import { progressMessages } from './progress-messages';
import { practiceProgressQuery } from './progress-query';

const WEEKS = ['4', '12', '26'] as const;

interface ProgressPageProps {
  readonly links: { readonly home: string; question(questionId: string): string };
  /** What mentors corrected, where they did. */
  readonly corrections: ReactNode;
}

/** How a learner's practice goes. */
export function ProgressPage({ links, corrections }: ProgressPageProps) {
  const m = useMessages(progressMessages);
  const [weeks, setWeeks] = useState<(typeof WEEKS)[number]>('12');
  const { data, error, isPlaceholderData, refetch } = useQuery(practiceProgressQuery(weeks));
  return (
    <Page title={m.title} lead={m.lead}>
      <Stack gap="lg">
        <ChoiceGroup
          legend={m.time}
          choices={WEEKS.map((value) => ({ value, label: m.weeks({ n: value }) }))}
          value={weeks}
          onChange={setWeeks}
        />
        {data ? (
          <Stack gap="lg" aria-busy={isPlaceholderData}>
            {data.days.length > 0 ? <Figures progress={data} links={links} /> : <NothingYet homeHref={links.home} />}
          </Stack>
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Stack role="status" aria-label={m.loading}>
            <Skeleton height={320} radius="lg" />
            <Skeleton height={280} radius="lg" />
          </Stack>
        )}
        {corrections}
      </Stack>
    </Page>
  );
}

interface FiguresProps {
  readonly progress: PracticeProgressResponse;
  readonly links: ProgressPageProps['links'];
}

function Figures({ progress, links }: FiguresProps) {
  const m = useMessages(progressMessages);
  const format = useFormat();
  const { days } = progress;
  const takes = days.reduce((all, day) => all + day.takes, 0);
  const seconds = days.reduce((all, { recordedMs }) => all + recordedMs, 0) / 1000;
  const valuesOf = (value: (day: PracticeDay) => number | undefined | null) =>
    days.flatMap((day) => {
      const figure = value(day);
      return typeof figure === 'number' ? [{ day: day.day, value: figure }] : [];
    });
  return (
    <>
      <Section title={m.calendar} lead={m.calendarHint}>
        <Stack gap="md">
          <Text fw={600}>{m.summary({ days: days.length, takes, time: format.duration(seconds) })}</Text>
          <PracticeCalendar progress={progress} />
        </Stack>
      </Section>
      <DaySection
        progress={progress}
        title={m.takesTitle}
        lead={m.takesHint}
        unit={m.takesUnit}
        kind="columns"
        values={valuesOf((day) => day.takes)}
        none={m.noText}
      />
      <DaySection
        progress={progress}
        title={m.paceTitle}
        lead={m.paceHint}
        unit={m.paceUnit}
        kind="line"
        values={valuesOf(({ wordsPerMinute }) => wordsPerMinute && Math.round(wordsPerMinute))}
        none={m.noText}
      />
      <DaySection
        progress={progress}
        title={m.pausesTitle}
        lead={m.pausesHint}
        unit={m.pausesUnit}
        kind="line"
        values={valuesOf(({ pauses }) => pauses?.perMinute)}
        none={m.noTimes}
      />
      <ComparedScripts scripts={progress.scripts} questionHref={links.question} />
    </>
  );
}

/** What to do first. */
function NothingYet({ homeHref }: { readonly homeHref: string }) {
  const m = useMessages(progressMessages);
  return (
    <EmptyState
      title={m.emptyTitle}
      description={m.emptyText}
      action={
        <Button component={Link} href={homeHref} size="md">
          {m.toStudio}
        </Button>
      }
    />
  );
}
