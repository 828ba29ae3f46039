import type { Clock } from '../clock';
import { inspectDirectly } from '../inspect/inspect-directly';
import type { UpdateInspector } from '../inspect/update-inspector';

/** An inspector whose verdicts take `ms()`: edits are made meanwhile. */
export function slowInspector(clock: Clock, ms: () => number): UpdateInspector {
  const inspector = inspectDirectly();
  return {
    ...inspector,
    inspect: async (update, ownClient) => {
      const verdict = await inspector.inspect(update, ownClient);
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, ms()));
      return verdict;
    },
  };
}
