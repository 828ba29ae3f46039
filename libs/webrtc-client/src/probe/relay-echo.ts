import type { Platform } from '../platform';
import type { PathProtocol } from '../stats/call-sample';
import { pathOf } from '../stats/selected-path';
import { ProbePeer } from './probe-peer';
import type { RelayProbeFailure, RelayProbeResult } from './probe-result';
import type { Probe } from './run-probe';

export interface RelayEchoOptions {
  readonly platform: Pick<Platform, 'clock' | 'randomBytes'>;
  /** Two that may use relays only. */
  readonly connections: readonly [near: RTCPeerConnection, far: RTCPeerConnection];
  readonly finish: (result: RelayProbeResult) => void;
}

/** Enough to fill a packet, as a picture does: some paths lose the large ones alone. */
const ECHO_BYTES = 1_024;

/** Both ends name the channel, so that nobody has to wait for it (RFC 8832 §3). */
const CHANNEL: RTCDataChannelInit = { negotiated: true, id: 0 };

/** Connects two connections of one page to each other and sends random bytes there and back. */
export class RelayEcho implements Probe<RelayProbeResult> {
  readonly #options: RelayEchoOptions;
  readonly #near: ProbePeer;
  readonly #far: ProbePeer;
  readonly #channels: readonly RTCDataChannel[];
  readonly #sent: Uint8Array<ArrayBuffer>;
  readonly #negotiated: Promise<void>;
  #sentAtMs: number | undefined;
  #roundTripMs: number | undefined;

  constructor(options: RelayEchoOptions) {
    this.#options = options;
    this.#sent = options.platform.randomBytes(ECHO_BYTES);
    const [near, far] = options.connections;
    const peer = (connection: RTCPeerConnection, other: RTCPeerConnection): ProbePeer =>
      new ProbePeer({
        ...{ connection, wanted: 'relay', onChange: this.#onChange },
        onCandidate: (candidate) => this.#orNoConnection(this.#handOver(candidate, other)),
      });
    [this.#near, this.#far] = [peer(near, far), peer(far, near)];
    const [channel, echo] = [openChannel(near), openChannel(far)];
    this.#channels = [channel, echo];
    channel.addEventListener('open', this.#onOpen);
    channel.addEventListener('message', this.#onEcho);
    channel.addEventListener('close', this.#onClose);
    echo.addEventListener('message', this.#sendBack);
    this.#negotiated = negotiate(near, far);
    this.#orNoConnection(this.#negotiated);
  }

  late(): RelayProbeResult {
    if (this.#roundTripMs !== undefined) return this.#ok(this.#near.relayProtocol, this.#roundTripMs);
    if (this.#sentAtMs !== undefined) return this.#failed('echo-lost');
    return this.#failed(this.#near.found && this.#far.found ? 'timeout' : 'no-relay-candidate');
  }

  close(): void {
    const [channel, echo] = this.#channels;
    channel?.removeEventListener('open', this.#onOpen);
    channel?.removeEventListener('message', this.#onEcho);
    channel?.removeEventListener('close', this.#onClose);
    echo?.removeEventListener('message', this.#sendBack);
    this.#near.close();
    this.#far.close();
  }

  async #handOver(candidate: RTCIceCandidate, to: RTCPeerConnection): Promise<void> {
    await this.#negotiated;
    if (to.signalingState !== 'closed') await to.addIceCandidate(candidate);
  }

  #orNoConnection(work: Promise<void>): void {
    work.catch(() => this.#options.finish(this.#failed('no-connection')));
  }

  readonly #onChange = (): void => {
    const { finish } = this.#options;
    for (const { connection, found, gathered } of [this.#near, this.#far]) {
      if (gathered && !found) finish(this.#failed('no-relay-candidate'));
      else if (connection.connectionState === 'failed') finish(this.#failed('no-connection'));
    }
  };

  readonly #onOpen = (): void => {
    this.#sentAtMs = this.#options.platform.clock.now();
    this.#channels[0]?.send(this.#sent);
  };

  readonly #sendBack = ({ data }: MessageEvent<ArrayBuffer>): void => {
    const echo = this.#channels[1];
    if (echo?.readyState === 'open') echo.send(data);
  };

  readonly #onEcho = ({ data }: MessageEvent<ArrayBuffer>): void => {
    const { platform, finish } = this.#options;
    const came = new Uint8Array(data);
    if (came.length !== this.#sent.length || came.some((byte, index) => byte !== this.#sent[index])) {
      finish(this.#failed('echo-lost'));
      return;
    }
    const roundTripMs = platform.clock.now() - (this.#sentAtMs ?? 0);
    this.#roundTripMs = roundTripMs;
    this.#near.connection.getStats().then(
      (report) => finish(this.#ok(pathOf(report)?.protocol ?? this.#near.relayProtocol, roundTripMs)),
      // The way back is proven; only how the relay was reached remains unknown.
      () => finish(this.#ok(this.#near.relayProtocol, roundTripMs)),
    );
  };

  readonly #onClose = (): void =>
    this.#options.finish(this.#failed(this.#sentAtMs === undefined ? 'no-connection' : 'echo-lost'));

  #ok(protocol: PathProtocol | undefined, roundTripMs: number): RelayProbeResult {
    return { status: 'ok', roundTripMs, protocol };
  }

  #failed(reason: RelayProbeFailure): RelayProbeResult {
    const errorCodes = [...new Set([...this.#near.errorCodes, ...this.#far.errorCodes])];
    return { status: 'failed', reason, errorCodes };
  }
}

function openChannel(connection: RTCPeerConnection): RTCDataChannel {
  const channel = connection.createDataChannel('relay-probe', CHANNEL);
  channel.binaryType = 'arraybuffer';
  return channel;
}

/** One offer and one answer (RFC 8829 §3.1), each handed over within the page. */
async function negotiate(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  await near.setLocalDescription();
  await far.setRemoteDescription(madeBy(near));
  await far.setLocalDescription();
  await near.setRemoteDescription(madeBy(far));
}

function madeBy({ localDescription }: RTCPeerConnection): RTCSessionDescription {
  if (!localDescription) throw new TypeError('no local description');
  return localDescription;
}
