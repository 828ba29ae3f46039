import { Stack, Text } from '@mantine/core';
import type { WrittenFeedbackSummary } from '@ieum/api-contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { EmptyState } from '../../../../shared/ui/empty-state';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Loading } from '../../../../shared/ui/loading';
import { Page } from '../../../../shared/ui/page';
import type { OwnFeedbackLinks } from '../feedback-links';
import { MoreButton } from '../more-button';
import { ownMessages } from '../own-messages';
import { ownListQuery } from '../own-queries';
import classes from '../written-feedback.module.css';
import { StatusBadge } from './status-badge';

/** Everything that the student has asked mentors to write to. */
export function OwnListPage({ links }: { readonly links: Pick<OwnFeedbackLinks, 'feedbackOf'> }) {
  const m = useMessages(ownMessages);
  const pages = useInfiniteQuery(ownListQuery);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={m.title} lead={m.lead}>
      {!pages.data ? (
        pages.error ? (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading label={m.loading} lines={4} />
        )
      ) : items.length === 0 ? (
        <EmptyState title={m.emptyTitle} description={m.emptyText} />
      ) : (
        <Stack gap="md">
          <ul className={classes.list} aria-label={m.list}>
            {items.map((item) => (
              <Item key={item.id} item={item} href={links.feedbackOf(item.id)} />
            ))}
          </ul>
          <MoreButton pages={pages} more={m.more} loading={m.moreLoading} />
        </Stack>
      )}
    </Page>
  );
}

interface ItemProps {
  readonly item: WrittenFeedbackSummary;
  readonly href: string;
}

function Item({ item, href }: ItemProps) {
  const m = useMessages(ownMessages);
  const format = useFormat();
  return (
    <li className={classes.card}>
      <div>
        <StatusBadge status={item.status} />
      </div>
      <h2 className={classes.question} lang="en">
        <Link href={href}>{item.question.text}</Link>
      </h2>
      <Text fz="sm" c="dimmed">
        {m.askedAt({ date: format.dateTime(item.createdAt) })}
      </Text>
    </li>
  );
}
