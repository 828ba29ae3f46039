import { useMemo, useSyncExternalStore } from 'react';
import type { RunningTool } from '../tools/tool';

/** Those of a room's tools that there is something to do with. */
export function useOfferedTools(tools: readonly RunningTool[]): readonly RunningTool[] {
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const stops = tools.flatMap(({ offer }) => offer?.subscribe(listener) ?? []);
      return () => stops.forEach((stop) => stop());
    },
    [tools],
  );
  // Names compare, lists do not.
  const missing = useSyncExternalStore(subscribe, () =>
    tools.flatMap(({ id, offer }) => (offer && !offer.isThere() ? id : [])).join(' '),
  );
  return useMemo(() => tools.filter(({ id }) => !missing.split(' ').includes(id)), [tools, missing]);
}
