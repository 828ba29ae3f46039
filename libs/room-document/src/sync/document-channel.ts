/**
 * PORT. An ordered, reliable way to one other peer that may close and open again; structurally a `PeerChannel` of
 * `@ieum/webrtc-client`. What was sent before it closed may be lost.
 */
export interface DocumentChannel {
  readonly isOpen: boolean;
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number;
  /** False when nothing was sent: closed, or too much is waiting. Frames have 16,384 bytes at most. */
  send(data: Uint8Array<ArrayBuffer>): boolean;
  /** Returns the function that stops it. `drain`: fewer than 262,144 bytes wait again. */
  on(event: 'open', listener: (open: boolean) => void): () => void;
  on(event: 'message', listener: (data: string | ArrayBuffer) => void): () => void;
  on(event: 'drain', listener: () => void): () => void;
}
