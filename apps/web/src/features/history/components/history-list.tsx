import { Button, Group, Skeleton, Stack } from '@mantine/core';
import type { Role } from '@ieum/api-contract';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { useHistory } from '../hooks/use-history';
import { historyMessages } from '../messages';
import { HistoryRow } from './history-row';
import type { HistoryLinks } from './history-row';

interface HistoryListProps {
  readonly roles: readonly Role[];
  readonly links: HistoryLinks & { readonly ask: string; readonly list: string };
}

export function HistoryList({ roles, links }: HistoryListProps) {
  const m = useMessages(historyMessages);
  const history = useHistory();
  if (history.isPending) {
    return (
      <Stack role="status" aria-label={m.loading}>
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} height={112} radius="md" />
        ))}
      </Stack>
    );
  }
  if (history.error && !history.data) {
    return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  }
  const consults = history.data?.pages.flatMap((page) => page.items) ?? [];
  if (consults.length === 0) {
    const student = roles.includes('student');
    return (
      <EmptyState
        title={m.emptyTitle}
        description={student ? m.emptyStudent : m.emptyMentor}
        action={
          <Button component={Link} href={student ? links.ask : links.list} size="md">
            {student ? m.ask : m.help}
          </Button>
        }
      />
    );
  }
  return (
    <Stack gap="md">
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {consults.map((consult) => (
          <HistoryRow key={consult.id} consult={consult} links={links} />
        ))}
      </Stack>
      {history.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            size="md"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {m.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
