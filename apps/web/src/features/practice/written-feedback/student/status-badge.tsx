import { Badge } from '@mantine/core';
import type { WrittenFeedbackStatus } from '@ieum/api-contract';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ownMessages } from '../own-messages';

/** How far a request is, as the student sees it. */
export function StatusBadge({ status }: { readonly status: WrittenFeedbackStatus }) {
  const m = useMessages(ownMessages);
  return (
    <Badge size="lg" tt="none" variant="light" {...(status === 'withdrawn' ? { color: 'gray' } : {})}>
      {m.statuses[status]}
    </Badge>
  );
}
