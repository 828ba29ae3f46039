/** The events of a `PeerChannel`, each with its payload. */
export interface PeerChannelEvents {
  /** It can be sent on from now on (true), or not any more (false). */
  open: boolean;
  message: string | ArrayBuffer;
  /** What waited to be sent fell below 256 KiB (W3C WebRTC §6.2, `bufferedamountlow`). */
  drain: undefined;
}

/**
 * One named data channel between two peers. The same object for as long as the session lives: when the connection below
 * it is replaced it closes and opens again, and what had not arrived by then is lost.
 */
export interface PeerChannel {
  readonly label: string;
  readonly isOpen: boolean;
  /** Bytes that wait in the browser to be sent. */
  readonly bufferedAmount: number;
  /**
   * False, and nothing is sent, when the channel is not open, `data` is longer than 65,536 bytes, or 1,048,576 bytes
   * would be waiting.
   */
  send(data: string | Uint8Array<ArrayBuffer>): boolean;
  /** Calls `listener` at every `event` until the session closes. Returns the function that stops it. */
  on<K extends keyof PeerChannelEvents>(event: K, listener: (payload: PeerChannelEvents[K]) => void): () => void;
}

/** What a session's named channel is made of (RFC 8831 §6.4). Both sides name the same ones in the same order. */
export interface PeerChannelSpec {
  readonly label: string;
  /** False: a message may overtake another. True by default. */
  readonly ordered?: boolean;
  /** How often a lost message is sent again; without it, until it arrives. */
  readonly maxRetransmits?: number;
}
