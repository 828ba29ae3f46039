import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Notice } from '../../../shared/ui/notice';
import { Page } from '../../../shared/ui/page';
import { practiceMessages } from '../messages';
import { surveyQuery } from '../practice-queries';
import { surveyMessages } from '../survey-messages';
import type { PracticeLinks } from './practice-links';
import { SurveyForm } from './survey-form';

/** What to practise: asked first, and changed whenever one likes. */
export function SurveyPage({ links }: { readonly links: PracticeLinks }) {
  const m = useMessages(surveyMessages);
  const studio = useMessages(practiceMessages);
  const [, navigate] = useLocation();
  const { data, error, refetch } = useQuery(surveyQuery);
  return (
    <Page title={m.title} documentTitle={studio.title} lead={m.lead}>
      {data ? (
        <Stack gap="lg">
          {data.survey === null && <Notice tone="calm">{m.welcome}</Notice>}
          <SurveyForm survey={data.survey} onSaved={() => navigate(links.home)} />
        </Stack>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack gap="lg" role="status" aria-label={studio.loading}>
          <Skeleton height={220} radius="lg" />
          <Skeleton height={320} radius="lg" />
        </Stack>
      )}
    </Page>
  );
}
