import { Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDateTime } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Notice } from '../../../shared/ui/notice';
import { adminMessages } from '../messages';

interface FreshProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for last; says so when it cannot be asked for any more. */
export function Fresh<T>({ query: { data, error, dataUpdatedAt, refetch }, children }: FreshProps<T>) {
  const m = useMessages(adminMessages);
  const { language } = useLanguage();
  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading lines={4} />;
  }
  return (
    <Stack gap="xl">
      {error && (
        <Notice tone="warm" role="status">
          {m.stale({ when: formatDateTime(dataUpdatedAt, language, { timeStyle: 'medium' }) })}
        </Notice>
      )}
      {children(data)}
    </Stack>
  );
}
