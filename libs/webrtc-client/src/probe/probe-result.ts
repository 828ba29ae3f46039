import type { Platform } from '../platform';
import type { PathProtocol } from '../stats/call-sample';

export interface ProbeOptions {
  readonly iceServers: readonly RTCIceServer[];
  readonly platform?: Platform | undefined;
  /** In milliseconds; 10,000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Ends the probe early; it rejects with the signal's reason then. */
  readonly signal?: AbortSignal | undefined;
}

/** A probe that found something else than it should. */
export interface ProbeFailed<Reason> {
  readonly status: 'failed';
  readonly reason: Reason;
  /** What the servers answered, each code once (W3C WebRTC §4.8.2): 401 wrong credentials, 701 no answer. Not in every browser. */
  readonly errorCodes: readonly number[];
}

/** No server of the kind is among the ICE servers. */
export interface ProbeNotConfigured {
  readonly status: 'not-configured';
}

/**
 * Why no call could go through the relay.
 *
 * - `configuration-invalid`: the browser refused the ICE servers (W3C WebRTC §4.4.1.1)
 * - `no-relay-candidate`: no TURN server gave an address; `errorCodes` may say why
 * - `no-connection`: there are addresses, but nothing gets from one to the other
 * - `echo-lost`: connected, but what was sent did not come back whole
 * - `timeout`: there are addresses, but connecting took too long
 */
export type RelayProbeFailure =
  'configuration-invalid' | 'no-relay-candidate' | 'no-connection' | 'echo-lost' | 'timeout';

export interface RelayProbeOk {
  readonly status: 'ok';
  /** For 1 KiB to go through the relay and come back through it, in milliseconds. */
  readonly roundTripMs: number;
  /** How the relay is reached; undefined where the browser does not tell. */
  readonly protocol: PathProtocol | undefined;
}

export type RelayProbeResult = RelayProbeOk | ProbeFailed<RelayProbeFailure> | ProbeNotConfigured;

/**
 * Why this page does not know its address from outside.
 *
 * - `configuration-invalid`: the browser refused the ICE servers
 * - `no-reflexive-candidate`: no server told it, or told one that the machine has itself (RFC 8445 §5.1.3 drops that)
 */
export type ReflexiveProbeFailure = 'configuration-invalid' | 'no-reflexive-candidate';

export type ReflexiveProbeResult = { readonly status: 'ok' } | ProbeFailed<ReflexiveProbeFailure> | ProbeNotConfigured;
