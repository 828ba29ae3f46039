import type { Clock } from '../platform';
import type { SignalMessage } from '../signaling-channel';

/** Which end sent a message. */
export type ChannelEnd = 'a' | 'b';

export interface ChannelPairOptions<Message> {
  readonly clock: Clock;
  /** Milliseconds a message takes; zero unless told. Different times reorder messages. */
  readonly delayMs?: (message: Message, from: ChannelEnd) => number;
  /** How often a message is delivered: once unless told; 0 loses it, 2 doubles it. */
  readonly copies?: (message: Message, from: ChannelEnd) => number;
}

/** One end: a `SignalingChannel` when the messages are `SignalMessage`s. */
export interface ChannelPairEnd<Message> {
  send(message: Message): void;
  subscribe(listener: (message: Message) => void): () => void;
}

export interface ChannelPair<Message = SignalMessage> {
  readonly a: ChannelPairEnd<Message>;
  readonly b: ChannelPairEnd<Message>;
  /** Every message handed to `send`, in order. */
  readonly sent: { readonly from: ChannelEnd; readonly message: Message }[];
}

/** Two ends of a wire that delivers when the clock says so: at `clock.advance(…)` with a `ManualClock`. */
export function channelPair<Message = SignalMessage>({
  clock,
  delayMs = () => 0,
  copies = () => 1,
}: ChannelPairOptions<Message>): ChannelPair<Message> {
  const listeners = { a: new Set<(message: Message) => void>(), b: new Set<(message: Message) => void>() };
  const sent: { from: ChannelEnd; message: Message }[] = [];
  const end = (from: ChannelEnd, to: ChannelEnd): ChannelPairEnd<Message> => ({
    send: (message) => {
      // What the other side gets is a copy, as from a wire.
      const wire = JSON.stringify(message);
      sent.push({ from, message });
      for (let copy = copies(message, from); copy > 0; copy -= 1) {
        clock.setTimeout(
          () => {
            for (const listener of [...listeners[to]]) listener(JSON.parse(wire) as Message);
          },
          delayMs(message, from),
        );
      }
    },
    subscribe: (listener) => {
      const own = (message: Message): void => listener(message);
      listeners[from].add(own);
      return () => void listeners[from].delete(own);
    },
  });
  return { a: end('a', 'b'), b: end('b', 'a'), sent };
}
