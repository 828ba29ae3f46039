/**
 * One message from one peer to the other while a connection is negotiated. JSON-safe: send it as it is.
 * `connection` numbers the `RTCPeerConnection`s of the session from 0: a session replaces one that cannot be mended.
 */
export type SignalMessage =
  | {
      type: 'description';
      connection: number;
      description: { type: 'offer' | 'answer'; sdp: string };
      /** The sender's commitment for the safety code, see `SafetyCodeExchange`: base64url, 43 characters. */
      commitment?: string;
    }
  /** `null` says that no further candidate will come (RFC 8838, end-of-candidates). */
  | { type: 'candidate'; connection: number; candidate: RTCIceCandidateInit | null }
  /** The polite peer asks the impolite one for a new connection with this number. */
  | { type: 'renew'; connection: number };

/**
 * PORT. The way to ONE remote peer, over whatever carries it: a socket, a `BroadcastChannel`, a pigeon.
 *
 * The channel owes little: a message that arrives is whole, and came from that peer. Messages may be late, doubled,
 * reordered or (now and then) lost; the session copes, see `PerfectNegotiation`. The channel never reads them.
 */
export interface SignalingChannel {
  /** Hands a message over. May throw when it cannot; the session reports `signaling-failed` and repeats offers itself. */
  send(message: SignalMessage): void;
  /** Calls `listener` for every message from now on. Returns the function that stops it. */
  subscribe(listener: (message: SignalMessage) => void): () => void;
}
