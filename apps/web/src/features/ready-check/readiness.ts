import type { Kind, Readiness } from '@ieum/signaling-protocol';
import type { CheckSteps } from './check-steps';

/** What a check found out, without the devices' names: enough for the one word that mentors see. */
export interface Findings {
  readonly microphone: boolean;
  readonly camera: boolean;
  /** `none`: the operator has set up no relay. `missing`: the same, and this user needs one. `unknown`: nobody could tell. */
  readonly relay: 'works' | 'none' | 'missing' | 'failing' | 'unknown';
}

/** What the steps came to; `null` while one that counts is under way. */
export function findingsOf({ microphone, camera, connection }: CheckSteps): Findings | null {
  if ([microphone, camera, connection].some(({ status }) => status === 'waiting' || status === 'running')) return null;
  return {
    // Whoever skips the level says by that it is fine; one that stays silent gives a mentor nothing to hear.
    microphone: microphone.status === 'ok' || microphone.status === 'skipped',
    camera: camera.status === 'ok' || camera.status === 'warning',
    relay: relayOf(connection),
  };
}

function relayOf({ status, reason }: CheckSteps['connection']): Findings['relay'] {
  if (status === 'failed') return reason === 'relay-missing' ? 'missing' : 'failing';
  if (status !== 'ok') return 'unknown';
  return reason === 'direct-only' ? 'none' : 'works';
}

/**
 * The word for a mentor: of several things that are wrong the one that costs most. `null` when nothing can be said:
 * "ready" is never a guess. In counselling everybody needs a relay.
 */
export function readinessOf({ microphone, camera, relay }: Findings, kind: Kind | null): Readiness | null {
  if (relay === 'failing' || relay === 'missing') return 'relay-failing';
  if (relay === 'none' && kind === 'counselling') return 'relay-failing';
  if (!microphone) return 'listen-only';
  if (!camera) return 'voice-only';
  return relay === 'unknown' ? null : 'ready';
}
