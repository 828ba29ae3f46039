import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { isGone } from '../is-gone';
import { feedbackMessages } from '../messages';

interface MeetingErrorProps {
  readonly error: unknown;
  readonly historyHref: string;
  readonly onRetry: () => void;
}

/** Why a meeting is not shown; most of all, that it went with the account of whoever asked for it. */
export function MeetingError({ error, historyHref, onRetry }: MeetingErrorProps) {
  const m = useMessages(feedbackMessages);
  if (!isGone(error)) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      title={m.goneTitle}
      description={m.goneText}
      action={
        <Button component={Link} href={historyHref}>
          {m.toHistory}
        </Button>
      }
    />
  );
}
