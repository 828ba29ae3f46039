import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Loading } from '../../../../shared/ui/loading';
import { Notice } from '../../../../shared/ui/notice';
import { Page } from '../../../../shared/ui/page';
import type { FeedbackJobLinks } from '../feedback-links';
import { jobMessages } from '../job-messages';
import { jobQuery } from '../job-queries';
import { ClaimBar } from './claim-bar';
import { JobEditor } from './job-editor';
import { JobPractice } from './job-practice';
import { jobState } from './job-state';
import { LostClaim } from './lost-claim';

interface JobPageProps {
  readonly id: string;
  readonly links: FeedbackJobLinks;
}

/** One request, as the mentor writes to it. Keyed by its id. */
export function JobPage({ id, links }: JobPageProps) {
  const m = useMessages(jobMessages);
  const { data, error, refetch } = useQuery(jobQuery(id));
  const job = data?.job;
  const isUnknown = error instanceof ApiError && error.code === 'written-feedback/not-found';
  // Given back as it was: it is not the mentor's any more, and can be claimed again.
  const isGivenBack = job?.status === 'waiting' && !job.mine && !job.draft;
  // Otherwise it was withdrawn: only what the mentor wrote is still here.
  const state = job && (isUnknown && !isGivenBack ? 'closed' : jobState(job, true));
  return (
    <Page title={m.title} {...(job ? { lead: m.from({ name: job.nickname }) } : {})}>
      <Stack gap="lg">
        {error && !(isUnknown && job) && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!job && !error && <Loading label={m.loading} lines={6} />}
        {job && state === 'answered' && (
          <Notice tone="calm" role="status" title={m.sentTitle}>
            {m.sentText}
          </Notice>
        )}
        {job && state === 'held' && <ClaimBar job={job} />}
        {job && (state === 'lost' || state === 'returned' || state === 'taken') && <LostClaim id={id} state={state} />}
        {state === 'closed' && (
          <Notice tone="warm" role="alert" title={m.closedTitle}>
            {m.closedText}
          </Notice>
        )}
        {job?.practice && state === 'held' && <JobPractice practice={job.practice} />}
        {job?.draft && (
          <JobEditor
            id={id}
            stored={job.draft}
            takes={(state === 'held' && job.practice?.takes) || []}
            canSend={state === 'held' || state === 'lost'}
          />
        )}
        <Group>
          <Button component={Link} href={links.jobs} variant="default">
            {m.all}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
}
