import type { IceServersResponse } from '@ieum/api-contract';
import type { Kind } from '@ieum/signaling-protocol';
import type { RelayProbeResult } from '@ieum/webrtc-client';
import { ApiError } from '../../shared/lib/api-error';
import { asRtcIceServer } from '../../shared/lib/as-rtc-ice-server';
import { plain } from './check-steps';
import type { CheckSteps } from './check-steps';

type ConnectionStep = CheckSteps['connection'];

/** What servers answer to a log-in that they do not take (RFC 8656 §19; 438 is a stale nonce, and answered by itself). */
const LOG_IN_REFUSED: readonly number[] = [400, 401, 403, 441];

export interface TryConnectionOptions {
  readonly loadServers: (signal: AbortSignal) => Promise<IceServersResponse>;
  readonly probe: (servers: RTCIceServer[], signal: AbortSignal) => Promise<RelayProbeResult>;
  /** What is asked for, where there is a request: in counselling everybody needs a relay. */
  readonly kind: Kind | null;
}

/** Sends something through the operator's relay and back, and says what that means for a call. */
export async function tryConnection(
  { loadServers, probe, kind }: TryConnectionOptions,
  signal: AbortSignal,
): Promise<ConnectionStep> {
  try {
    const { iceServers, relayMissing } = await loadServers(signal);
    if (relayMissing) return { status: 'failed', reason: 'relay-missing' };
    return stepOf(await probe(iceServers.map(asRtcIceServer), signal), kind);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 'warning', reason: error.code === 'request/rate-limited' ? 'busy' : 'offline' };
  }
}

function stepOf(result: RelayProbeResult, kind: Kind | null): ConnectionStep {
  switch (result.status) {
    case 'ok':
      return plain('ok');
    case 'not-configured':
      return kind === 'counselling'
        ? { status: 'failed', reason: 'relay-missing' }
        : { status: 'ok', reason: 'direct-only' };
    case 'failed':
      return { status: 'failed', reason: reasonOf(result) };
  }
}

function reasonOf({ reason, errorCodes }: Extract<RelayProbeResult, { status: 'failed' }>) {
  switch (reason) {
    case 'configuration-invalid':
      return 'relay-misconfigured';
    case 'no-relay-candidate':
      return errorCodes.some((code) => LOG_IN_REFUSED.includes(code)) ? 'relay-misconfigured' : 'relay-unreachable';
    case 'timeout':
      return 'relay-unreachable';
    case 'no-connection':
    case 'echo-lost':
      return 'relay-silent';
  }
}
