import { Button, Group } from '@mantine/core';
import { ErrorState } from '../../../shared/ui/error-state';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly error: unknown;
  fetchNextPage(): Promise<unknown>;
}

interface MoreButtonProps {
  readonly pages: Paged;
  readonly more: string;
  readonly loading: string;
}

/** The next page of a list below the ones that are there. */
export function MoreButton({ pages, more, loading }: MoreButtonProps) {
  const { hasNextPage, isFetchingNextPage, error } = pages;
  return (
    <>
      {error !== null && <ErrorState error={error} />}
      {hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            aria-disabled={isFetchingNextPage}
            onClick={() => isFetchingNextPage || void pages.fetchNextPage()}
          >
            {isFetchingNextPage ? loading : more}
          </Button>
        </Group>
      )}
    </>
  );
}
