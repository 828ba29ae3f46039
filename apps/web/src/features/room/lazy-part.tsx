import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { useMessages } from '../../shared/i18n/use-messages';
import { loadInCall } from '../../shared/lib/load-in-call';
import { Loading } from '../../shared/ui/loading';
import { Notice } from '../../shared/ui/notice';
import { roomMessages } from './messages';
import { lazyToolMessages } from './tools/lazy-tool-messages';

interface LazyPart<Props> {
  readonly Part: ComponentType<Props>;
  /** Fetches it ahead of its use. Rejects when that fails; its use tries again. */
  readonly preload: () => Promise<void>;
}

/** What stands in its place until then. */
type Waiting<Props> = ComponentType<Props & { readonly failed: boolean; readonly onRetry: () => void }>;

/**
 * A part of the call that is fetched when it is first shown. A server that is away costs that part, with a way to try
 * again, and never the call.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waits: Waiting<Props> = InPlace,
): LazyPart<Props> {
  let loaded: ComponentType<Props> | null = null;
  const preload = async () => {
    loaded ??= await loadInCall(load);
  };

  function Part(props: Props) {
    const [state, setState] = useState<'absent' | 'there' | 'failed'>(loaded ? 'there' : 'absent');
    const fetchIt = useCallback(
      () =>
        preload().then(
          () => setState('there'),
          (error: unknown) => {
            reportError(error);
            setState('failed');
          },
        ),
      [],
    );
    useEffect(() => void fetchIt(), [fetchIt]);
    const Loaded = loaded;
    if (state === 'there' && Loaded) return <Loaded {...props} />;
    return <Waits {...props} failed={state === 'failed'} onRetry={() => void fetchIt()} />;
  }

  return { Part, preload };
}

function InPlace({ failed, onRetry }: { readonly failed: boolean; readonly onRetry: () => void }) {
  const room = useMessages(roomMessages);
  const m = useMessages(lazyToolMessages);
  if (!failed) return <Loading />;
  return (
    <Notice tone="warm" role="alert">
      {m.failed}
      <Button onClick={onRetry}>{room.tryAgain}</Button>
    </Notice>
  );
}
