import { useCallback, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { failureOf } from '../../shared/lib/code-error';
import type { CodeFailure } from '../../shared/lib/code-error';
import { Loading } from '../../shared/ui/loading';
import { NotFetched } from './not-fetched';

interface LazyPart<Props> {
  readonly Part: ComponentType<Props>;
  /** Fetches it ahead of its use. Rejects when that fails; its use tries again. */
  readonly preload: () => Promise<void>;
}

interface WaitingProps {
  readonly failure: CodeFailure | null;
  readonly onRetry: () => void;
}

/**
 * A part of the call that is fetched when it is first shown. A server that is away costs that part, with a way to try
 * again, and never the call.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waits: ComponentType<Props & WaitingProps> = InPlace,
): LazyPart<Props> {
  let loaded: ComponentType<Props> | null = null;
  const preload = async () => {
    loaded ??= await load();
  };

  function Part(props: Props) {
    const [state, setState] = useState<'absent' | 'there' | CodeFailure>(loaded ? 'there' : 'absent');
    const fetchIt = useCallback(
      () =>
        preload().then(
          () => setState('there'),
          (error: unknown) => {
            reportError(error);
            setState(failureOf(error));
          },
        ),
      [],
    );
    useEffect(() => void fetchIt(), [fetchIt]);
    const Loaded = loaded;
    if (state === 'there' && Loaded) return <Loaded {...props} />;
    const failure = state === 'unreachable' || state === 'stale' ? state : null;
    return <Waits {...props} failure={failure} onRetry={() => void fetchIt()} />;
  }

  return { Part, preload };
}

/** What stands in its place until then. */
function InPlace({ failure, onRetry }: WaitingProps) {
  return failure ? <NotFetched failure={failure} onRetry={onRetry} /> : <Loading />;
}
