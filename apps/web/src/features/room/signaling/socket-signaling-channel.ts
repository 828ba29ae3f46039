import type { PushOf } from '@ieum/signaling-protocol';
import type { SignalingChannel, SignalMessage } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import type { RoomConnection } from '../session/room-connection';

/** Signals kept for a peer that is not announced yet; more than a call needs, less than a flood. */
const EARLY_SIGNALS_MAX = 200;
const EARLY_PEERS_MAX = 4;
/** How long to wait with what an open connection could not take, unless the server says otherwise. */
const RETRY_MS = 1_500;

interface Outgoing {
  readonly order: number;
  readonly message: SignalMessage;
}

export interface SocketSignalingOptions {
  readonly connection: RoomConnection;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** A signal the server refused for good. */
  readonly onError: (error: unknown) => void;
}

/**
 * Carries the negotiation of every peer of one room over the socket. What cannot leave now, because the socket or the
 * peer's is down, leaves once and in order when the seat is taken again; what comes too early waits for its peer.
 */
export class SocketSignaling {
  readonly #options: SocketSignalingOptions;
  readonly #listeners = new Map<string, Set<(message: SignalMessage) => void>>();
  readonly #early = new Map<string, SignalMessage[]>();
  readonly #outbox = new Map<string, Outgoing[]>();
  readonly #stops: (() => void)[];
  readonly #timers = new Set<() => void>();
  #order = 0;
  #seated = false;

  constructor(options: SocketSignalingOptions) {
    this.#options = options;
    const { connection } = options;
    this.#stops = [
      connection.on('signal:description', (push) => this.#receive(push.from, asDescription(push))),
      connection.on('signal:candidate', (push) => this.#receive(push.from, asCandidate(push))),
      connection.on('signal:renew', (push) => this.#receive(push.from, { type: 'renew', connection: push.connection })),
      connection.onDisconnect(() => (this.#seated = false)),
    ];
  }

  /** The port of the library to one peer. */
  channelTo(peerId: string): SignalingChannel {
    return {
      send: (message) => this.#send(peerId, { order: this.#order++, message }),
      subscribe: (listener) => this.#subscribe(peerId, listener),
    };
  }

  /** What this peer said before either was in the room. */
  said(peerId: string, message: SignalMessage): void {
    this.#receive(peerId, message);
  }

  /** The server knows this tab's seat (again): what waited may leave. */
  seated(): void {
    this.#seated = true;
    for (const peerId of [...this.#outbox.keys()]) this.flush(peerId);
  }

  /** This peer can be reached (again). */
  flush(peerId: string): void {
    if (!this.#seated) return;
    const waiting = this.#outbox.get(peerId) ?? [];
    this.#outbox.delete(peerId);
    for (const outgoing of waiting.sort((a, b) => a.order - b.order)) this.#send(peerId, outgoing);
  }

  /** The peer is gone for good. */
  forget(peerId: string): void {
    this.#outbox.delete(peerId);
    this.#early.delete(peerId);
  }

  close(): void {
    this.#seated = false;
    for (const stop of this.#stops.splice(0)) stop();
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.#outbox.clear();
    this.#early.clear();
    this.#listeners.clear();
  }

  #send(to: string, outgoing: Outgoing): void {
    if (!this.#seated) return this.#keep(to, outgoing);
    this.#request(to, outgoing.message).catch((error: unknown) => this.#failed(to, outgoing, error));
  }

  #request(to: string, message: SignalMessage): Promise<unknown> {
    const socket = this.#options.connection;
    const { connection } = message;
    switch (message.type) {
      case 'description': {
        const { description, commitment } = message;
        return socket.request('signal:description', { to, connection, description, commitment });
      }
      case 'candidate':
        return socket.request('signal:candidate', { to, connection, candidate: forWire(message.candidate) });
      case 'renew':
        return socket.request('signal:renew', { to, connection });
    }
  }

  #failed(to: string, outgoing: Outgoing, error: unknown): void {
    const code = error instanceof ApiError ? error.code : null;
    switch (code) {
      case 'rooms/not-joined':
      case 'rooms/peer-not-found':
        return this.#keep(to, outgoing);
      case 'network/offline':
      case 'server/unavailable':
      case 'request/rate-limited':
        this.#keep(to, outgoing);
        return this.#flushLater(to, (error as ApiError).retryAfterMs ?? RETRY_MS);
      default:
        this.#options.onError(error);
    }
  }

  /** Of two with one subject the later stays: an offer that is repeated meanwhile is sent once. */
  #keep(to: string, outgoing: Outgoing): void {
    const waiting = this.#outbox.get(to) ?? [];
    const subject = subjectOf(outgoing.message);
    const same = subject === null ? undefined : waiting.find(({ message }) => subjectOf(message) === subject);
    if (same && same.order > outgoing.order) return;
    this.#outbox.set(to, [...waiting.filter((each) => each !== same), outgoing]);
  }

  #flushLater(to: string, ms: number): void {
    const cancel = this.#options.setTimer(() => {
      this.#timers.delete(cancel);
      this.flush(to);
    }, ms);
    this.#timers.add(cancel);
  }

  #subscribe(peerId: string, listener: (message: SignalMessage) => void): () => void {
    const listeners = this.#listeners.get(peerId) ?? new Set();
    this.#listeners.set(peerId, listeners.add(listener));
    const early = this.#early.get(peerId) ?? [];
    this.#early.delete(peerId);
    // In a microtask: whoever subscribes while being constructed must be whole before the first message.
    queueMicrotask(() => early.forEach((message) => listeners.has(listener) && listener(message)));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(peerId) === listeners) this.#listeners.delete(peerId);
    };
  }

  #receive(from: string, message: SignalMessage): void {
    const listeners = this.#listeners.get(from);
    if (listeners) return listeners.forEach((listener) => listener(message));
    const early = this.#early.get(from) ?? [];
    if (early.length >= EARLY_SIGNALS_MAX || (early.length === 0 && this.#early.size >= EARLY_PEERS_MAX)) return;
    this.#early.set(from, [...early, message]);
  }
}

/** Of two messages with the same subject the later one is enough; `null` for those that all count. */
function subjectOf(message: SignalMessage): string | null {
  if (message.type === 'candidate') return null;
  return `${message.type === 'description' ? message.description.type : message.type} ${message.connection}`;
}

const asDescription = ({ connection, description, commitment }: PushOf<'signal:description'>): SignalMessage => ({
  type: 'description',
  connection,
  description,
  ...(commitment === undefined ? {} : { commitment }),
});

function asCandidate({ connection, candidate }: PushOf<'signal:candidate'>): SignalMessage {
  if (candidate === null) return { type: 'candidate', connection, candidate: null };
  const { sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = candidate;
  return {
    type: 'candidate',
    connection,
    candidate: { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment },
  };
}

/** Only the members the contract names: browsers may add others. */
function forWire(candidate: RTCIceCandidateInit | null): PushOf<'signal:candidate'>['candidate'] {
  if (candidate === null) return null;
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  return { candidate: candidate.candidate ?? '', sdpMid, sdpMLineIndex, usernameFragment };
}
