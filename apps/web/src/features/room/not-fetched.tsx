import { Button } from '@mantine/core';
import { useMessages } from '../../shared/i18n/use-messages';
import type { CodeFailure } from '../../shared/lib/code-error';
import { uiMessages } from '../../shared/ui/messages';
import { Notice } from '../../shared/ui/notice';
import { roomMessages } from './messages';
import { lazyToolMessages } from './tools/lazy-tool-messages';

interface NotFetchedProps {
  readonly failure: CodeFailure;
  readonly onRetry: () => void;
}

/** In the place of a part of the room whose code did not come: the way to get it. */
export function NotFetched({ failure, onRetry }: NotFetchedProps) {
  const room = useMessages(roomMessages);
  const ui = useMessages(uiMessages);
  const m = useMessages(lazyToolMessages);
  return (
    <Notice tone="warm" role="alert">
      {failure === 'stale' ? m.stale : m.failed}
      {failure === 'stale' ? (
        <Button onClick={() => window.location.reload()}>{ui.reload}</Button>
      ) : (
        <Button onClick={onRetry}>{room.tryAgain}</Button>
      )}
    </Notice>
  );
}
