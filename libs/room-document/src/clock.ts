/** PORT. Time, in milliseconds; structurally the `Clock` of `@ieum/webrtc-client`. */
export interface Clock {
  /** A number that only grows; its zero means nothing. */
  now(): number;
  /** Calls `run` once after `ms`. Returns the function that cancels it (harmless afterwards). */
  setTimeout(run: () => void, ms: number): () => void;
}
