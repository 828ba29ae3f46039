import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Page } from '../../../shared/ui/page';
import { FilterBar } from './filter-bar';
import { isFiltered } from './filters';
import type { Filters } from './filters';
import { libraryMessages } from './library-messages';
import { libraryQuery } from './library-query';
import { RestoredNote } from './restored-note';
import { ScriptList } from './script-list';
import { useFilters } from './use-filters';
import { useRestore } from './use-restore';

export interface LibraryLinks {
  /** Where questions are drawn. */
  readonly home: string;
  question(questionId: string): string;
}

/** Every script of the student. */
export function LibraryPage({ links }: { readonly links: LibraryLinks }) {
  const m = useMessages(libraryMessages);
  const [filters, change] = useFilters();
  return (
    <Page title={m.title} lead={m.lead}>
      <Stack gap="lg">
        <FilterBar filters={filters} onChange={change} />
        <Scripts filters={filters} links={links} onClear={() => change({})} />
      </Stack>
    </Page>
  );
}

interface ScriptsProps {
  readonly filters: Filters;
  readonly links: LibraryLinks;
  readonly onClear: () => void;
}

function Scripts({ filters, links, onClear }: ScriptsProps) {
  const m = useMessages(libraryMessages);
  const scripts = useInfiniteQuery(libraryQuery(filters));
  const restore = useRestore(filters);
  const items = scripts.data?.pages.flatMap((page) => page.items) ?? [];
  if (scripts.error && !scripts.data) {
    return <ErrorState error={scripts.error} onRetry={() => void scripts.refetch()} />;
  }
  if (scripts.isPending || (scripts.isPlaceholderData && items.length === 0)) return <Skeletons />;
  const shown = { n: String(items.length) };
  return (
    <Stack gap="md" aria-busy={scripts.isPlaceholderData}>
      <RestoredNote restore={restore} links={links} />
      {filters.state === 'deleted' && <Text c="dimmed">{m.deletedHint}</Text>}
      <Text role="status" fz="sm" c="dimmed">
        {items.length > 0 && (scripts.hasNextPage ? m.shownOfMore(shown) : m.shown(shown))}
      </Text>
      {items.length > 0 ? (
        <ScriptList scripts={scripts} items={items} links={links} restore={restore} />
      ) : (
        <NoScripts filters={filters} links={links} onClear={onClear} />
      )}
    </Stack>
  );
}

function Skeletons() {
  const m = useMessages(libraryMessages);
  return (
    <Stack role="status" aria-label={m.loading}>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} height={152} radius="lg" />
      ))}
    </Stack>
  );
}

/** Why there are none, and what to do. */
function NoScripts({ filters, links, onClear }: ScriptsProps) {
  const m = useMessages(libraryMessages);
  if (!isFiltered(filters)) {
    return (
      <EmptyState
        title={m.emptyTitle}
        description={m.emptyText}
        action={
          <Button component={Link} href={links.home} size="md">
            {m.toStudio}
          </Button>
        }
      />
    );
  }
  const onlyDeleted = filters.state === 'deleted' && !isFiltered({ ...filters, state: undefined });
  return (
    <EmptyState
      title={onlyDeleted ? m.noneDeletedTitle : m.noneTitle}
      {...(onlyDeleted ? {} : { description: m.noneText })}
      action={
        <Button variant="default" size="md" onClick={onClear}>
          {m.clear}
        </Button>
      }
    />
  );
}
