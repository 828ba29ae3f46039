import type { FrameRelay } from '../frame-relay';

export interface FramePair {
  readonly ends: readonly [FrameRelay, FrameRelay];
  /** Everything the server was asked to pass on. */
  readonly sent: readonly ArrayBuffer[];
  /** What the server answers instead of passing on. */
  refusal: Error | null;
}

/** For specs: the server between two tabs. */
export function framePair(): FramePair {
  const listeners = [new Set<(frame: ArrayBuffer) => void>(), new Set<(frame: ArrayBuffer) => void>()] as const;
  const sent: ArrayBuffer[] = [];
  const pair: FramePair = { ends: [end(0, 1), end(1, 0)], sent, refusal: null };

  function end(from: 0 | 1, to: 0 | 1): FrameRelay {
    return {
      send: async (frame) => {
        if (pair.refusal) throw pair.refusal;
        const copy = frame.slice().buffer;
        sent.push(copy);
        for (const listener of [...listeners[to]]) listener(copy);
      },
      subscribe: (listener) => {
        listeners[from].add(listener);
        return () => void listeners[from].delete(listener);
      },
    };
  }
  return pair;
}
