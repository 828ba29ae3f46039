import type { Kind } from '@ieum/signaling-protocol';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createReadyCheck } from '../browser/create-ready-check';
import type { ReadyCheck } from '../ready-check';
import type { ReadyCheckState } from '../ready-check-state';

/** Holds the check that is under way: one at a time, a new one each time it is started. */
class ReadyChecks {
  readonly #kind: Kind | null;
  readonly #listeners = new Set<() => void>();
  #check: ReadyCheck | null = null;

  constructor(kind: Kind | null) {
    this.#kind = kind;
  }

  readonly check = (): ReadyCheck | null => this.#check;
  readonly snapshot = (): ReadyCheckState | null => this.#check?.getSnapshot() ?? null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(camera: boolean): void {
    this.close();
    const check = createReadyCheck(this.#kind);
    this.#check = check;
    check.subscribe(() => this.#tell());
    check.start({ camera }).catch(reportError);
    this.#tell();
  }

  close(): void {
    this.#check?.close();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Starts a check when mounted, releases everything when unmounted. */
export function useReadyChecks(kind: Kind | null, camera: boolean) {
  const [checks] = useState(() => new ReadyChecks(kind));
  const check = useSyncExternalStore(checks.subscribe, checks.check);
  const state = useSyncExternalStore(checks.subscribe, checks.snapshot);
  useEffect(() => {
    checks.start(camera);
    return () => checks.close();
  }, [checks, camera]);
  const again = useCallback((withCamera: boolean) => checks.start(withCamera), [checks]);
  return { check, state, again };
}
