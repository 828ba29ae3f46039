import { Button, Group, Stack } from '@mantine/core';
import type { ScriptSummary } from '@ieum/api-contract';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { libraryMessages } from './library-messages';
import type { LibraryLinks } from './library-page';
import classes from './library.module.css';
import { ScriptCard } from './script-card';
import type { Restore } from './use-restore';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly error: unknown;
  fetchNextPage(): Promise<unknown>;
}

interface ScriptListProps {
  readonly scripts: Paged;
  readonly items: readonly ScriptSummary[];
  readonly links: Pick<LibraryLinks, 'question'>;
  readonly restore: Restore;
}

/** A page of scripts after the other. */
export function ScriptList({ scripts, items, links, restore }: ScriptListProps) {
  const m = useMessages(libraryMessages);
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef<number | null>(null);
  const { hasNextPage, isFetchingNextPage, error } = scripts;
  // The button keeps the focus; with the last page it goes, and reading goes on at what is new.
  useEffect(() => {
    if (asked.current === null || items.length <= asked.current) return;
    if (!hasNextPage) list.current?.children[asked.current]?.querySelector<HTMLElement>('a, button')?.focus();
    asked.current = null;
  }, [items.length, hasNextPage]);
  const more = () => {
    if (isFetchingNextPage) return;
    asked.current = items.length;
    void scripts.fetchNextPage();
  };
  return (
    <Stack gap="md">
      <ul ref={list} className={classes.list} aria-label={m.list}>
        {items.map((script) => (
          <ScriptCard
            key={script.id}
            script={script}
            href={links.question(script.question.id)}
            error={restore.variables?.id === script.id ? restore.error : null}
            onRestore={restore.mutate}
          />
        ))}
      </ul>
      {error !== null && <ErrorState error={error} />}
      {hasNextPage && (
        <Group justify="center">
          <Button variant="default" size="md" aria-disabled={isFetchingNextPage} onClick={more}>
            {isFetchingNextPage ? m.moreLoading : m.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
