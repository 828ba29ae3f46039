import { namedError } from './fake-event-target';

/** What a fake call is like from now on. */
export interface FakeLine {
  /** Milliseconds. */
  roundTripMs: number;
  /** Shares of packets, 0 to 1. */
  lossIn: number;
  lossOut: number;
  jitterMs: number;
  /** In bit/s of the picture; 0 sends or receives none. The sound has 32,000 on top. */
  videoIn: number;
  videoOut: number;
  availableOutgoingBitrate: number;
  limitation: RTCQualityLimitationReason;
  /** Over a TURN server, by this protocol; undefined for a direct path. */
  relay: 'udp' | 'tcp' | 'tls' | undefined;
}

type Counters = Record<string, number>;

const SOUND = 32_000;
const PACKET_BYTES = 1_000;

/**
 * The statistics of a call without a call, shaped as Chromium's: set `line`, let time go by with `advance`, and give it
 * as the source of a `StatsSampler`.
 */
export class FakeStats {
  readonly line: FakeLine = {
    ...{ roundTripMs: 40, lossIn: 0, lossOut: 0, jitterMs: 5, videoIn: 1_000_000, videoOut: 1_000_000 },
    ...{ availableOutgoingBitrate: 3_000_000, limitation: 'none', relay: undefined },
  };
  /** What `getStats` does: `never` leaves its promise open for ever. */
  answer: 'report' | 'reject' | 'never' = 'report';
  /** How often it was asked. */
  asked = 0;
  #atMs = 1_763_712_000_000;
  #connection = 1;
  readonly #counters = new Map<string, Counters>();

  /** Lets the call go on for `ms` as `line` says. */
  advance(ms: number): void {
    const { lossIn, lossOut, videoIn, videoOut } = this.line;
    this.#atMs += ms;
    this.#carry('inAudio', SOUND, lossIn, ms);
    this.#carry('inVideo', videoIn, lossIn, ms);
    this.#carry('outAudio', SOUND, lossOut, ms);
    this.#carry('outVideo', videoOut, lossOut, ms);
  }

  /** Another connection takes over: other ids, every counter from zero. */
  renew(): void {
    this.#connection += 1;
    this.#counters.clear();
  }

  async getStats(): Promise<RTCStatsReport> {
    this.asked += 1;
    if (this.answer === 'never') return new Promise(() => undefined);
    await Promise.resolve();
    if (this.answer === 'reject') throw namedError('OperationError', 'no statistics');
    return new Map(this.#objects().map((object) => [object.id, { timestamp: this.#atMs, ...object }]));
  }

  #carry(stream: string, bitrate: number, loss: number, ms: number): void {
    const counters = this.#of(stream);
    const bytes = (bitrate / 8) * (ms / 1_000);
    counters['bytes'] = (counters['bytes'] ?? 0) + bytes * (stream.startsWith('in') ? 1 - loss : 1);
    counters['packets'] = (counters['packets'] ?? 0) + bytes / PACKET_BYTES;
    counters['lost'] = (counters['lost'] ?? 0) + (bytes / PACKET_BYTES) * loss;
  }

  #of(stream: string): Counters {
    const counters = this.#counters.get(stream) ?? {};
    this.#counters.set(stream, counters);
    return counters;
  }

  #objects(): { id: string; [name: string]: unknown }[] {
    const { roundTripMs, availableOutgoingBitrate, relay } = this.line;
    const total = (direction: string): number =>
      ['Audio', 'Video'].reduce((sum, kind) => sum + (this.#of(direction + kind)['bytes'] ?? 0), 0);
    const bytes = { bytesReceived: total('in'), bytesSent: total('out') };
    const id = (name: string): string => `${name}-${this.#connection}`;
    const pair = {
      localCandidateId: id('local'),
      remoteCandidateId: id('remote'),
      state: 'succeeded',
      nominated: true,
    };
    const path = { currentRoundTripTime: roundTripMs / 1_000, availableOutgoingBitrate };
    const candidate = {
      candidateType: relay ? 'relay' : 'host',
      protocol: 'udp',
      ...(relay && { relayProtocol: relay }),
    };
    return [
      { id: id('transport'), type: 'transport', selectedCandidatePairId: id('pair'), ...bytes },
      { id: id('pair'), type: 'candidate-pair', ...pair, ...path, ...bytes },
      { id: id('local'), type: 'local-candidate', ...candidate },
      { id: id('remote'), type: 'remote-candidate', candidateType: 'host', protocol: 'udp' },
      ...(['Audio', 'Video'] as const).flatMap((kind) => this.#streams(kind, id)),
    ];
  }

  #streams(name: 'Audio' | 'Video', id: (name: string) => string): { id: string; [name: string]: unknown }[] {
    const { lossOut, jitterMs, limitation, roundTripMs } = this.line;
    const [received, sent] = [this.#of(`in${name}`), this.#of(`out${name}`)];
    const rtp = { kind: name.toLowerCase(), mid: name === 'Audio' ? '0' : '1', ssrc: this.#connection };
    const picture = name === 'Video' && { frameWidth: 1280, frameHeight: 720, framesPerSecond: 30 };
    const jitter = jitterMs / 1_000;
    const [inbound, outbound, remote] = [id(`in${name}`), id(`out${name}`), id(`remote${name}`)];
    const packetsReceived = (received['packets'] ?? 0) - (received['lost'] ?? 0);
    return [
      {
        ...{ id: inbound, type: 'inbound-rtp', ...rtp, ...picture, jitter, packetsReceived },
        ...{ packetsLost: received['lost'] ?? 0, bytesReceived: received['bytes'] ?? 0 },
      },
      {
        ...{ id: outbound, type: 'outbound-rtp', ...rtp, ...picture, remoteId: remote },
        ...{ packetsSent: sent['packets'] ?? 0, bytesSent: sent['bytes'] ?? 0 },
        ...(name === 'Video' && { qualityLimitationReason: limitation }),
      },
      {
        ...{ id: remote, type: 'remote-inbound-rtp', ...rtp, localId: outbound, jitter, fractionLost: lossOut },
        ...{ packetsLost: sent['lost'] ?? 0, roundTripTime: roundTripMs / 1_000 },
      },
    ];
  }
}
