import type { Clock } from '../platform';

/** A probe under way. */
export interface Probe<Result> {
  /** What it comes to when time is up. */
  late(): Result;
  /** Releases everything. */
  close(): void;
}

export interface ProbeRun<Result> {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Begins; `finish` takes the result, the first time it is called. */
  readonly start: (finish: (result: Result) => void) => Probe<Result>;
}

/**
 * Runs a probe until it has a result, its time is up or it is aborted (then it rejects with the signal's reason), and
 * releases everything before it settles.
 */
export async function runProbe<Result>({ clock, timeoutMs, signal, start }: ProbeRun<Result>): Promise<Result> {
  signal?.throwIfAborted();
  const releases: (() => void)[] = [];
  try {
    return await new Promise<Result>((resolve, reject) => {
      const onAbort = (): void => reject(signal?.reason as Error);
      signal?.addEventListener('abort', onAbort);
      releases.push(() => signal?.removeEventListener('abort', onAbort));
      const probe = start(resolve);
      releases.push(() => probe.close());
      releases.push(clock.setTimeout(() => resolve(probe.late()), timeoutMs));
    });
  } finally {
    for (const release of releases) release();
  }
}
