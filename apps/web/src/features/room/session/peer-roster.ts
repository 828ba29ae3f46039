import type { RoomPeer } from '@ieum/signaling-protocol';
import type { HealingStep, IceConfiguration, PeerSession, PeerSessionOptions } from '@ieum/webrtc-client';
import type { CallQualityWatch } from './call-quality';
import type { RemotePeerView } from './room-snapshot';

/** What the room needs of the library's session with one peer. */
export type CallPeer = Pick<
  PeerSession,
  | 'on'
  | 'close'
  | 'channel'
  | 'state'
  | 'remoteStream'
  | 'remoteScreen'
  | 'remoteMedia'
  | 'restartIce'
  | 'setConfiguration'
  | 'safetyCode'
  | 'getStats'
  | 'setVideoLimits'
  | 'begin'
>;

export type CreatePeer = (options: PeerSessionOptions) => CallPeer;

interface Seat {
  readonly peer: RoomPeer;
  readonly call: CallPeer;
  /** Tells the tools that it is over. */
  readonly ended: () => void;
  present: boolean;
  /** Whether the server has said that it is there, or was. */
  met: boolean;
  /** What is being done about a lost path; `null` while it is there. */
  healing: HealingStep | null;
  /** The first one two people could compare, and whether it was another one later. */
  code: string | null;
  codeChanged: boolean;
}

export interface PeerRosterOptions {
  readonly quality: CallQualityWatch;
  readonly createCall: (peer: RoomPeer) => CallPeer;
  /** A call began; the answer is called once it is closed. */
  readonly onCall: (call: CallPeer, peer: RoomPeer) => () => void;
  readonly onChange: () => void;
  readonly onChannel: () => void;
  readonly onError: (error: unknown) => void;
  /** A peer went for good. */
  readonly onGone: (peerId: string) => void;
}

/**
 * The calls of one room, one a remote peer. A call outlives the server's word that its peer is away: as long as both
 * sides keep their `peerId` they keep the call, so that a lost socket or a restarted server never tears media down.
 */
export class PeerRoster {
  readonly #options: PeerRosterOptions;
  readonly #seats = new Map<string, Seat>();

  constructor(options: PeerRosterOptions) {
    this.#options = options;
  }

  /** The peer will come: its call begins, and shows once it is there. */
  expect(peer: RoomPeer): void {
    if (!this.#seats.has(peer.peerId)) this.#open(peer, false);
  }

  /** The peer is in the room: newly, or its socket came back. */
  arrived(peer: RoomPeer): void {
    const seat = this.#seats.get(peer.peerId);
    if (seat) {
      seat.present = true;
      seat.met = true;
      if (seat.call.state === 'failed') seat.call.restartIce();
    } else {
      this.#closeEarlierOf(peer);
      this.#open(peer, true);
    }
    this.#options.onChange();
  }

  /** The server's whole list, after this tab (re)joined. */
  synchronise(peers: readonly RoomPeer[]): void {
    const listed = new Set(peers.map((peer) => peer.peerId));
    for (const [peerId, seat] of this.#seats) if (!listed.has(peerId)) seat.present = false;
    for (const peer of peers) this.arrived(peer);
    this.#options.onChange();
  }

  /** The server lost the peer's socket; its call goes on if it can. */
  lost(peerId: string): void {
    const seat = this.#seats.get(peerId);
    if (!seat) return;
    seat.present = false;
    this.#options.onChange();
  }

  /** The peer left, or another tab of its user took over. */
  departed(peerId: string): void {
    const seat = this.#seats.get(peerId);
    if (!seat) return;
    this.#seats.delete(peerId);
    this.#options.quality.remove(peerId);
    seat.call.close();
    seat.ended();
    this.#options.onGone(peerId);
    this.#options.onChannel();
    this.#options.onChange();
  }

  views(): RemotePeerView[] {
    const seats = [...this.#seats.values()].filter(({ met }) => met);
    return seats.map(({ peer, call, present, healing, codeChanged }) => ({
      peerId: peer.peerId,
      nickname: peer.nickname,
      role: peer.role,
      present,
      state: call.state,
      stream: call.remoteStream,
      screen: call.remoteMedia?.screen ? call.remoteScreen : null,
      media: call.remoteMedia,
      healing,
      safetyCode: call.safetyCode,
      safetyCodeChanged: codeChanged,
      quality: this.#options.quality.of(peer.peerId),
    }));
  }

  setConfiguration(configuration: IceConfiguration): void {
    for (const { call } of this.#seats.values()) void call.setConfiguration(configuration);
  }

  restartIce(): void {
    for (const { call } of this.#seats.values()) call.restartIce();
  }

  close(): void {
    this.#options.quality.close();
    for (const { call, ended } of this.#seats.values()) {
      call.close();
      ended();
    }
    this.#seats.clear();
  }

  /** A user has one seat: whoever comes as the same side has come instead of the earlier tab. */
  #closeEarlierOf(newcomer: RoomPeer): void {
    for (const { peer } of [...this.#seats.values()]) if (peer.role === newcomer.role) this.departed(peer.peerId);
  }

  #open(peer: RoomPeer, met: boolean): void {
    const { createCall, onCall, onChange, onChannel, onError } = this.#options;
    const call = createCall(peer);
    const seat: Seat = {
      peer,
      call,
      ended: onCall(call, peer),
      present: met,
      met,
      healing: null,
      code: null,
      codeChanged: false,
    };
    call.on('state', onChange);
    call.on('remote-media', onChange);
    call.on('remote-track', onChange);
    call.on('channel', onChannel);
    call.on('error', onError);
    call.on('safety-code', (state) => {
      const code = state.status === 'ready' ? state.code.digits.join(' ') : seat.code;
      seat.codeChanged ||= seat.code !== null && code !== seat.code;
      seat.code = code;
      onChange();
    });
    call.on('healing', ({ step }) => {
      seat.healing = step;
      onChange();
    });
    call.on('healed', () => {
      seat.healing = null;
      onChange();
    });
    this.#seats.set(peer.peerId, seat);
    this.#options.quality.add(peer.peerId, call);
  }
}
