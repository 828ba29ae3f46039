import type { SignalingChannel, SignalMessage } from '@ieum/webrtc-client';

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two ends of a wire on which every message takes from 0 to `jitterMs`, so that they overtake each other. */
export function randomWire(random: () => number, jitterMs: number): { a: SignalingChannel; b: SignalingChannel } {
  const listeners = { a: new Set<(message: SignalMessage) => void>(), b: new Set<(message: SignalMessage) => void>() };
  const end = (own: 'a' | 'b', other: 'a' | 'b'): SignalingChannel => ({
    send: (message) => {
      const wire = JSON.stringify(message);
      const deliver = (): void => {
        for (const listener of [...listeners[other]]) listener(JSON.parse(wire) as SignalMessage);
      };
      setTimeout(deliver, random() * jitterMs);
    },
    subscribe: (listener) => {
      listeners[own].add(listener);
      return () => void listeners[own].delete(listener);
    },
  });
  return { a: end('a', 'b'), b: end('b', 'a') };
}
