import { FakeDataChannel } from './fake-data-channel';
import { FakeEventTarget, namedError } from './fake-event-target';
import { FakeJsep } from './fake-jsep';
import type { FakeMediaStream, FakeMediaStreamTrack } from './fake-media';
import type { FakeNetwork } from './fake-network';
import { FakeOperations } from './fake-operations';
import { FakeTransceiver } from './fake-transceiver';

interface FakeDescription {
  readonly type: RTCSdpType;
  readonly sdp: string;
}

/**
 * An `RTCPeerConnection` that negotiates for real and carries nothing: offers, answers, rollback, glare, m-lines and
 * transceivers (RFC 8829), `negotiationneeded` (W3C WebRTC §4.7.3), trickled candidates by generation, ICE restarts.
 * Cast it to `RTCPeerConnection` where one is asked for; `fakePlatform()` does.
 */
export class FakePeerConnection extends FakeEventTarget {
  connectionState: RTCPeerConnectionState = 'new';
  iceConnectionState: RTCIceConnectionState = 'new';
  readonly channels: FakeDataChannel[] = [];
  /** Remote candidates that were taken, in order. */
  readonly candidates: (RTCIceCandidateInit | null)[] = [];
  /** Offers made so far: what a test of "does not renegotiate" counts. */
  offersMade = 0;
  closed = false;
  readonly #operations = new FakeOperations(() => this.#updateNegotiationNeeded());
  readonly #jsep: FakeJsep;
  #negotiationNeeded = false;
  #gathered = '';

  constructor(
    public config: RTCConfiguration = {},
    private readonly network?: FakeNetwork,
  ) {
    super();
    this.#jsep = new FakeJsep({
      fingerprint: config.certificates && JSON.stringify(config.certificates[0]),
      onTrack: (transceiver) => this.fire('track', { track: transceiver.receiver.track, transceiver, streams: [] }),
      makeTransceiver: (kind) => this.#makeTransceiver(kind, null, 'recvonly'),
    });
    network?.add(this);
  }

  get signalingState(): RTCSignalingState {
    return this.closed ? 'closed' : this.#jsep.state;
  }

  get localDescription(): FakeDescription | null {
    this.#checkOpen();
    return this.#jsep.local;
  }

  get currentLocalDescription(): FakeDescription | null {
    this.#checkOpen();
    return this.#jsep.agreedLocal;
  }

  get currentRemoteDescription(): FakeDescription | null {
    this.#checkOpen();
    return this.#jsep.agreedRemote;
  }

  getConfiguration(): RTCConfiguration {
    return this.config;
  }

  setConfiguration(config: RTCConfiguration): void {
    this.#checkOpen();
    this.config = config;
  }

  get remoteDescription(): FakeDescription | null {
    this.#checkOpen();
    return this.#jsep.remote;
  }

  /** The ICE user name fragments in use, for the network. */
  get fragments(): { local: string | undefined; remote: string | undefined } {
    return this.#jsep.fragments;
  }

  getTransceivers(): FakeTransceiver[] {
    return [...this.#jsep.transceivers];
  }

  addTransceiver(
    trackOrKind: FakeMediaStreamTrack | 'audio' | 'video',
    {
      direction = 'sendrecv',
      streams = [],
    }: { direction?: RTCRtpTransceiverDirection; streams?: FakeMediaStream[] } = {},
  ): FakeTransceiver {
    const track = typeof trackOrKind === 'string' ? null : trackOrKind;
    const kind = typeof trackOrKind === 'string' ? trackOrKind : trackOrKind.kind;
    const transceiver = this.#makeTransceiver(kind, track, direction);
    transceiver.sender.setStreams(...streams);
    this.#jsep.transceivers.push(transceiver);
    this.#updateNegotiationNeeded();
    return transceiver;
  }

  createDataChannel(label: string, { id = this.channels.length }: RTCDataChannelInit = {}): FakeDataChannel {
    const channel = new FakeDataChannel(label, id);
    this.channels.push(channel);
    this.#jsep.wantsData = true;
    this.#updateNegotiationNeeded();
    return channel;
  }

  async createOffer(): Promise<FakeDescription> {
    let offer: FakeDescription | undefined;
    await this.#operations.run(() => {
      offer = this.#jsep.createOffer();
    });
    if (!offer) throw namedError('InvalidStateError', 'the connection is closed');
    return offer;
  }

  setLocalDescription(offer?: RTCSessionDescriptionInit): Promise<void> {
    const done = this.#operations.run(() => {
      const before = this.#jsep.state;
      const type = this.#jsep.setLocal(offer);
      if (type === 'offer') this.offersMade += 1;
      this.#afterDescription(before);
    });
    // Candidates never come before the description they belong to (W3C WebRTC §4.4.1.5).
    void Promise.allSettled([done]).then(() => this.#gather());
    return done;
  }

  setRemoteDescription(description: FakeDescription): Promise<void> {
    return this.#operations.run(() => {
      const before = this.#jsep.state;
      this.#jsep.setRemote(description);
      this.#afterDescription(before);
    });
  }

  addIceCandidate(candidate: RTCIceCandidateInit | null = null): Promise<void> {
    return this.#operations.run(() => {
      const remote = this.#jsep.remote;
      if (!remote) throw namedError('InvalidStateError', 'no remote description');
      const fragment = candidate?.usernameFragment;
      if (fragment && !remote.sdp.includes(`a=ice-ufrag:${fragment}\r\n`)) {
        throw namedError('OperationError', 'a candidate of an unknown generation');
      }
      this.candidates.push(candidate);
    });
  }

  restartIce(): void {
    this.#jsep.replaceCredentials();
    this.#updateNegotiationNeeded();
  }

  getStats(): Promise<Map<string, unknown>> {
    return Promise.resolve(new Map([['transport', { type: 'transport', connectionState: this.connectionState }]]));
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.connectionState = 'closed';
    this.iceConnectionState = 'closed';
    this.#operations.close();
    for (const channel of this.channels) channel.close();
    for (const { receiver } of this.#jsep.transceivers) receiver.track.stop();
    this.network?.remove(this);
  }

  /** Puts the path into a state, with the events a browser sends. */
  setLink(state: 'connecting' | 'connected' | 'disconnected' | 'failed'): void {
    if (this.closed || this.connectionState === state) return;
    this.connectionState = state;
    this.iceConnectionState = state === 'connecting' ? 'checking' : state;
    this.fire('iceconnectionstatechange');
    this.fire('connectionstatechange');
  }

  /** Firefox does not even tell the descriptions of a closed connection. */
  #checkOpen(): void {
    if (this.closed) throw namedError('InvalidStateError', 'the connection is closed');
  }

  #makeTransceiver(
    kind: 'audio' | 'video',
    track: FakeMediaStreamTrack | null,
    direction: RTCRtpTransceiverDirection,
  ): FakeTransceiver {
    return new FakeTransceiver(kind, track, direction, () => this.#updateNegotiationNeeded());
  }

  #afterDescription(before: RTCSignalingState): void {
    const { state } = this.#jsep;
    if (state === 'stable') this.#negotiationNeeded = false;
    if (state !== before) this.fire('signalingstatechange');
    if (this.connectionState === 'new' && state !== 'have-local-offer') this.setLink('connecting');
    if (state === 'stable') this.network?.negotiated(this);
  }

  async #gather(): Promise<void> {
    const { local } = this.fragments;
    if (this.closed || local === undefined || local === this.#gathered) return;
    this.#gathered = local;
    for (let number = 1; number <= 2; number += 1) {
      for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
      if (this.closed) return;
      const init = { candidate: `candidate:${number} 1 udp 1 fake 9 typ host`, sdpMid: '0', usernameFragment: local };
      this.fire('icecandidate', { candidate: { ...init, toJSON: () => init } });
    }
    await Promise.resolve();
    if (!this.closed) this.fire('icecandidate', { candidate: null });
  }

  /** Asks again when an operation is under way: its end calls this. */
  #updateNegotiationNeeded(): void {
    if (this.closed || !this.#operations.isEmpty || this.signalingState !== 'stable') return;
    if (this.#negotiationNeeded || !this.#jsep.needsNegotiation()) return;
    this.#negotiationNeeded = true;
    void Promise.resolve().then(() => {
      if (this.closed || !this.#negotiationNeeded) return;
      // The flag stays up until the state is stable again: one need, one event.
      if (this.#operations.isEmpty && this.signalingState === 'stable') return this.#fireNegotiationNeeded();
      this.#negotiationNeeded = false;
    });
  }

  #fireNegotiationNeeded(): void {
    if (this.#jsep.needsNegotiation()) this.fire('negotiationneeded');
    else this.#negotiationNeeded = false;
  }
}
