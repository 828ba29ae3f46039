import type { EarlyOffer, RoomPeer } from '@ieum/signaling-protocol';
import type { CallQuality, CallSample, Clock, IceConfiguration, PeerSessionOptions } from '@ieum/webrtc-client';
import { socketFrames } from '../signaling/socket-frames';
import { SocketSignaling } from '../signaling/socket-signaling-channel';
import type { CallQualityWatch } from './call-quality';
import { CallReports } from './call-reports';
import { CallSetup } from './call-setup';
import type { CallSetupOptions } from './call-setup';
import { EarlyCall } from './early-call';
import type { DeviceParts } from './local-devices';
import { PeerRoster } from './peer-roster';
import type { CallPeer, CreatePeer } from './peer-roster';
import type { RoomConnection } from './room-connection';
import type { RemotePeerView } from './room-snapshot';
import type { RoomTools } from './room-tools';

/** Somebody who will be in the room, and the offer they left for whoever accepts. */
export interface ExpectedPeer {
  readonly peer: RoomPeer;
  readonly offer: EarlyOffer;
}

export interface RoomCallsOptions extends Omit<CallSetupOptions, 'onRenewed'> {
  readonly consultId: string;
  readonly peerId: string;
  readonly connection: RoomConnection;
  readonly expected: ExpectedPeer | null;
  readonly devices: DeviceParts;
  readonly createPeer: CreatePeer;
  readonly clock: Clock;
  readonly quality: CallQualityWatch;
  /** Those of the visit. */
  readonly tools: () => RoomTools;
  readonly onChange: () => void;
}

type OwnPart = Pick<PeerSessionOptions, 'polite' | 'ahead' | 'signaling'> & Partial<IceConfiguration>;

/** The calls of one visit of a room: what they need beforehand, how they begin, and their signals over the socket. */
export class RoomCalls {
  readonly #options: RoomCallsOptions;
  readonly #setup: CallSetup;
  readonly #signaling: SocketSignaling;
  readonly #roster: PeerRoster;
  readonly #reports: CallReports;
  #expected: ExpectedPeer | null;
  #early: EarlyCall | null = null;
  #begun = false;

  constructor(options: RoomCallsOptions) {
    this.#options = options;
    this.#expected = options.expected;
    const { tools } = options;
    this.#setup = new CallSetup({
      ...options,
      onRenewed: (configuration) => this.#roster.setConfiguration(configuration),
    });
    this.#signaling = new SocketSignaling(options);
    this.#reports = new CallReports(options);
    this.#roster = new PeerRoster({
      ...options,
      createCall: (peer) => this.#createCall(peer),
      onChannel: () => tools().linkChanged(),
      onCall: (call, { peerId }) => {
        const ended = tools().callBegan({
          channel: (label) => call.channel(label),
          relay: socketFrames(options.connection, peerId),
        });
        const unreported = this.#reports.began(peerId, call);
        return () => {
          unreported();
          ended();
        };
      },
      onGone: (peerId) => this.#signaling.forget(peerId),
    });
  }

  views(): RemotePeerView[] {
    return this.#roster.views();
  }

  /** For a student who waits: makes the call's offer and leaves it with the request. */
  async prepare(): Promise<void> {
    await this.#setup.certify();
    if (this.#begun) return;
    this.#early = new EarlyCall({ ...this.#options, createPeer: (part) => this.#createPeer(part) });
  }

  /**
   * Settles once calls may begin; the one that is expected begins then, without waiting for the room. Rejects as
   * `loadIceServers` does.
   */
  async ready(): Promise<void> {
    this.#begun = true;
    await this.#setup.load();
    await this.#setup.consent();
    this.#meetExpected();
  }

  /** The server knows this tab's seat (again), and these are the others. */
  seated(peers: readonly RoomPeer[]): void {
    this.#signaling.seated();
    this.#reports.seated();
    this.#roster.synchronise(peers);
  }

  arrived(peer: RoomPeer): void {
    this.#roster.arrived(peer);
    this.#signaling.flush(peer.peerId);
  }

  /** The server lost the peer's socket, or the peer went for good. */
  left(peerId: string, forGood: boolean): void {
    if (forGood) this.#roster.departed(peerId);
    else this.#roster.lost(peerId);
  }

  /** The person agrees to a call without a relay. */
  agreeToDirect(): void {
    this.#setup.agree();
  }

  /** The line to a peer was measured. */
  sampled(peerId: string, sample: CallSample, felt: CallQuality): void {
    this.#reports.sampled(peerId, sample, felt);
  }

  /** The person goes, on purpose. */
  leaving(): void {
    this.#reports.leaving();
  }

  restartIce(): void {
    this.#roster.restartIce();
  }

  close(): void {
    this.#begun = true;
    this.#expected = null;
    this.#early?.close();
    this.#reports.close();
    this.#roster.close();
    this.#signaling.close();
    this.#setup.close();
  }

  #meetExpected(): void {
    const expected = this.#expected;
    this.#expected = null;
    if (!expected) return;
    const { peer, offer } = expected;
    const { description, commitment } = offer;
    const said = { type: 'description', connection: 0, description } as const;
    this.#signaling.said(peer.peerId, commitment === undefined ? said : { ...said, commitment });
    this.#roster.expect(peer);
  }

  #createCall({ peerId, polite }: RoomPeer): CallPeer {
    const signaling = this.#signaling.channelTo(peerId);
    const { configuration } = this.#setup;
    const early = polite ? null : this.#early;
    if (!early) return this.#createPeer({ polite, signaling, ...configuration });
    this.#early = null;
    return early.meet(signaling, configuration);
  }

  #createPeer(part: OwnPart): CallPeer {
    const { createPeer, devices, tools } = this.#options;
    return createPeer({
      media: devices.media,
      screen: devices.screen,
      channels: tools().channels,
      certificates: this.#setup.certificates,
      ...part,
    });
  }
}
