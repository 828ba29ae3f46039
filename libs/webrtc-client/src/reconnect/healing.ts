/**
 * What a session does to get the path back, in this order.
 *
 * - `restart-ice`: new candidates for the same connection; media goes on meanwhile if it can (RFC 8445 §2.4)
 * - `reconnect`: a new connection with the same tracks and channels
 * - `relay-only`: another one, through the TURN server alone (RFC 8656); left out where there is none
 * - `retry`: everything was tried once: the session is `failed`, and goes on trying with backoff
 */
export type HealingStep = 'restart-ice' | 'reconnect' | 'relay-only' | 'retry';

/**
 * Why.
 *
 * - `path-lost`: no heart beat, the browser says `disconnected` or `failed`, or none was found for too long
 * - `network-changed`: this machine has another network
 * - `requested`: `restartIce()` was called
 */
export type HealingCause = 'path-lost' | 'network-changed' | 'requested';

/** A step begins. */
export interface HealingEvent {
  readonly step: HealingStep;
  readonly cause: HealingCause;
  /** How many steps this one is since the path was last there, from 1. */
  readonly attempt: number;
}

/** The path is there again. */
export interface HealedEvent {
  /** The last step before. */
  readonly step: HealingStep;
  /** Since trouble was noticed, in milliseconds. */
  readonly afterMs: number;
}
