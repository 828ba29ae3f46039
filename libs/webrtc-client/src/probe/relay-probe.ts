import { browserPlatform, type Platform } from '../platform';
import { hasServer, TURN } from '../ice-servers';
import type { ProbeOptions, RelayProbeResult } from './probe-result';
import { RelayEcho } from './relay-echo';
import { runProbe } from './run-probe';

/**
 * Sends random bytes through the configured TURN servers and back: two connections in this page that may use nothing
 * else. Needs no device and no permission. Everything is closed when it settles; it rejects only when `signal` is
 * aborted.
 */
export async function probeRelay({
  iceServers,
  platform = browserPlatform(),
  timeoutMs = 10_000,
  signal,
}: ProbeOptions): Promise<RelayProbeResult> {
  signal?.throwIfAborted();
  if (!hasServer(iceServers, TURN)) return { status: 'not-configured' };
  const connections = openPair(platform, { iceServers: [...iceServers], iceTransportPolicy: 'relay' });
  if (!connections) return { status: 'failed', reason: 'configuration-invalid', errorCodes: [] };
  const start = (finish: (result: RelayProbeResult) => void): RelayEcho =>
    new RelayEcho({ platform, connections, finish });
  return runProbe({ clock: platform.clock, timeoutMs, signal, start });
}

/** Undefined when the browser refuses the configuration. */
function openPair(platform: Platform, config: RTCConfiguration): [RTCPeerConnection, RTCPeerConnection] | undefined {
  const made: RTCPeerConnection[] = [];
  const make = (): RTCPeerConnection => {
    const connection = platform.createPeerConnection(config);
    made.push(connection);
    return connection;
  };
  try {
    return [make(), make()];
  } catch {
    for (const connection of made) connection.close();
    return undefined;
  }
}
