import { browserPlatform } from '../platform';
import { hasServer, STUN_OR_TURN } from '../ice-servers';
import { ProbePeer } from './probe-peer';
import type { ProbeOptions, ReflexiveProbeFailure, ReflexiveProbeResult } from './probe-result';
import { runProbe } from './run-probe';

/**
 * Finds out whether a STUN server tells this page its address from outside (RFC 8445 §5.1.1.2): what a direct call
 * between two homes needs. Everything is closed when it settles; it rejects only when `signal` is aborted.
 */
export async function probeReflexive({
  iceServers,
  platform = browserPlatform(),
  timeoutMs = 10_000,
  signal,
}: ProbeOptions): Promise<ReflexiveProbeResult> {
  signal?.throwIfAborted();
  if (!hasServer(iceServers, STUN_OR_TURN)) return { status: 'not-configured' };
  let connection: RTCPeerConnection;
  try {
    connection = platform.createPeerConnection({ iceServers: [...iceServers] });
  } catch {
    return { status: 'failed', reason: 'configuration-invalid', errorCodes: [] };
  }
  return runProbe<ReflexiveProbeResult>({
    ...{ clock: platform.clock, timeoutMs, signal },
    start: (finish) => {
      const failed = (reason: ReflexiveProbeFailure = 'no-reflexive-candidate'): ReflexiveProbeResult => ({
        ...{ status: 'failed', reason, errorCodes: [...peer.errorCodes] },
      });
      const onChange = (): void => {
        if (peer.found) finish({ status: 'ok' });
        else if (peer.gathered) finish(failed());
      };
      const peer = new ProbePeer({ connection, wanted: 'srflx', onCandidate: onChange, onChange });
      // Something must want a path, or none is looked for.
      connection.createDataChannel('reflexive-probe');
      connection.setLocalDescription().catch(() => finish(failed('configuration-invalid')));
      return { late: failed, close: () => peer.close() };
    },
  });
}
