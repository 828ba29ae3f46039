import type { Clock } from '../platform';
import type { SignalingChannel, SignalMessage } from '../signaling-channel';

/** Which end sent a message. */
export type ChannelEnd = 'a' | 'b';

export interface ChannelPairOptions {
  readonly clock: Clock;
  /** Milliseconds a message takes; zero unless told. Different times reorder messages. */
  readonly delayMs?: (message: SignalMessage, from: ChannelEnd) => number;
  /** How often a message is delivered: once unless told; 0 loses it, 2 doubles it. */
  readonly copies?: (message: SignalMessage, from: ChannelEnd) => number;
}

export interface ChannelPair {
  readonly a: SignalingChannel;
  readonly b: SignalingChannel;
  /** Every message handed to `send`, in order. */
  readonly sent: { readonly from: ChannelEnd; readonly message: SignalMessage }[];
}

/** Two ends of a wire that delivers when the clock says so: at `clock.advance(…)` with a `ManualClock`. */
export function channelPair({ clock, delayMs = () => 0, copies = () => 1 }: ChannelPairOptions): ChannelPair {
  const listeners = { a: new Set<(message: SignalMessage) => void>(), b: new Set<(message: SignalMessage) => void>() };
  const sent: { from: ChannelEnd; message: SignalMessage }[] = [];
  const end = (from: ChannelEnd, to: ChannelEnd): SignalingChannel => ({
    send: (message) => {
      // What the other side gets is a copy, as from a wire.
      const wire = JSON.stringify(message);
      sent.push({ from, message });
      for (let copy = copies(message, from); copy > 0; copy -= 1) {
        clock.setTimeout(
          () => {
            for (const listener of [...listeners[to]]) listener(JSON.parse(wire) as SignalMessage);
          },
          delayMs(message, from),
        );
      }
    },
    subscribe: (listener) => {
      const own = (message: SignalMessage): void => listener(message);
      listeners[from].add(own);
      return () => void listeners[from].delete(own);
    },
  });
  return { a: end('a', 'b'), b: end('b', 'a'), sent };
}
