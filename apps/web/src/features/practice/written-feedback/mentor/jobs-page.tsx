import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
import { EmptyState } from '../../../../shared/ui/empty-state';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Loading } from '../../../../shared/ui/loading';
import { Page } from '../../../../shared/ui/page';
import { Section } from '../../../../shared/ui/section';
import type { FeedbackJobLinks } from '../feedback-links';
import { jobMessages } from '../job-messages';
import { jobListQuery } from '../job-queries';
import { MoreButton } from '../more-button';
import classes from '../written-feedback.module.css';
import { JobCard } from './job-card';

interface LinksProps {
  readonly links: FeedbackJobLinks;
}

/** Requests for written feedback: those that wait, and those the mentor has had a part in. */
export function JobsPage({ links }: LinksProps) {
  const m = useMessages(jobMessages);
  return (
    <Page title={m.title} lead={m.lead}>
      <Stack gap="lg">
        <Waiting links={links} />
        <Section title={m.mine}>
          <Jobs which="mine" links={links} />
        </Section>
      </Stack>
    </Page>
  );
}

function Waiting({ links }: LinksProps) {
  const m = useMessages(jobMessages);
  const { error } = useInfiniteQuery(jobListQuery('waiting'));
  if (error instanceof ApiError && error.code === 'mentors/profile-missing') {
    return (
      <EmptyState
        title={m.profileTitle}
        description={m.profileText}
        action={
          <Button component={Link} href={links.profile} size="md">
            {m.toProfile}
          </Button>
        }
      />
    );
  }
  return (
    <Section title={m.waiting}>
      <Jobs which="waiting" links={links} />
    </Section>
  );
}

function Jobs({ which, links }: LinksProps & { readonly which: 'waiting' | 'mine' }) {
  const m = useMessages(jobMessages);
  const pages = useInfiniteQuery(jobListQuery(which));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (!pages.data) {
    return pages.error ? (
      <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <Loading label={m.loading} lines={3} />
    );
  }
  if (items.length === 0) {
    return which === 'waiting' ? (
      <>
        <Text fw={600}>{m.emptyTitle}</Text>
        <Text c="dimmed">{m.emptyText}</Text>
      </>
    ) : (
      <Text c="dimmed">{m.noneMine}</Text>
    );
  }
  return (
    <Stack gap="md">
      <ul className={classes.list} aria-label={m[which]}>
        {items.map((job) => (
          <JobCard key={job.id} job={job} href={links.job(job.id)} begun={which === 'mine'} />
        ))}
      </ul>
      <MoreButton pages={pages} more={m.more} loading={m.moreLoading} />
    </Stack>
  );
}
