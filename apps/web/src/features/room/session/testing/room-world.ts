import type { IceServersResponse } from '@ieum/api-contract';
import type { Consult, RoomPeer } from '@ieum/signaling-protocol';
import type {
  IceConfiguration,
  PeerChannel,
  PeerSessionEvents,
  PeerSessionOptions,
  PeerState,
  RemoteMedia,
  SafetyCode,
  SafetyState,
  VideoLimits,
} from '@ieum/webrtc-client';
import { TypedEmitter } from '@ieum/webrtc-client';
import { fakePlatform } from '@ieum/webrtc-client/testing';
import type { RoomTool, ToolCall } from '../../tools/tool';
import { deviceParts, KeptChoices } from './device-world';
import { FakeRoomConnection, settled } from './fake-room-connection';
import type { CallPeer } from '../peer-roster';
import { LineWatch } from '../line-watch';
import type { ExpectedPeer } from '../room-calls';
import { RoomSession } from '../room-session';

const CONSULT_ID = '00000000-0000-4000-8000-000000000001';
const NOW = '2026-11-21T08:00:00.000Z';

export const consultOf = (change: Partial<Consult> = {}): Consult => ({
  id: CONSULT_ID,
  revision: 5,
  kind: 'tutoring',
  topic: 'math',
  message: 'help',
  language: 'ko',
  readiness: null,
  carries: null,
  status: 'live',
  role: 'mentor',
  student: { nickname: 'nick-a' },
  mentor: { nickname: 'me', line: '' },
  createdAt: NOW,
  matchedAt: NOW,
  liveAt: NOW,
  closedAt: null,
  volunteerSeconds: 0,
  feedback: 'none',
  ...change,
});

/** A tab of the student; another `name` is another visit. */
export const peerOf = (name: 'a' | 'b'): RoomPeer => ({
  peerId: `00000000-0000-4000-8000-00000000000${name}`,
  nickname: `nick-${name}`,
  role: 'student',
  polite: true,
});

/** A stream stands in as a plain object: nothing here looks into it. */
const fakeStream = () => ({}) as MediaStream;

class FakeCall implements CallPeer {
  readonly remoteStream = fakeStream();
  readonly remoteScreen = fakeStream();
  remoteMedia: RemoteMedia | undefined;
  safetyCode: SafetyState = { status: 'pending' };
  readonly #events = new TypedEmitter<PeerSessionEvents>();
  state: PeerState = 'connecting';
  closed = false;
  restarts = 0;

  constructor(readonly options: PeerSessionOptions) {}

  on<Name extends keyof PeerSessionEvents>(event: Name, listener: (payload: PeerSessionEvents[Name]) => void) {
    return this.#events.on(event, listener);
  }

  emit<Name extends keyof PeerSessionEvents>(event: Name, payload: PeerSessionEvents[Name]): void {
    this.#events.emit(event, payload);
  }

  tellCode(digits: SafetyCode['digits']): void {
    this.safetyCode = { status: 'ready', code: { emoji: ['🐶', '🐱', '🦁', '🐎', '🦄', '🐷', '🐘'], digits } };
    this.emit('safety-code', this.safetyCode);
  }

  become(state: PeerState): void {
    this.state = state;
    this.emit('state', state);
  }

  restartIce(): void {
    this.restarts += 1;
  }

  channel(label: string): PeerChannel {
    const spec = this.options.channels?.find((one) => one.label === label);
    if (!spec) throw new RangeError(`no channel is called ${label}`);
    return { label, isOpen: false, bufferedAmount: 0, send: () => false, on: () => () => undefined };
  }

  readonly limits: VideoLimits[] = [];

  /** With what it began, when it was made ahead. */
  begun: Partial<IceConfiguration> | null = null;

  begin(configuration: Partial<IceConfiguration> = {}): void {
    this.begun = configuration;
  }

  setVideoLimits(limits: VideoLimits): void {
    this.limits.push(limits);
  }

  async getStats(): Promise<RTCStatsReport> {
    return new Map() as unknown as RTCStatsReport;
  }

  configuration: Partial<IceConfiguration> | null = null;

  async setConfiguration(configuration: Partial<IceConfiguration>): Promise<void> {
    this.configuration = configuration;
  }

  close(): void {
    this.closed = true;
  }
}

/** For specs: a room session among fakes. */
export class RoomWorld {
  readonly consultId = CONSULT_ID;
  readonly peerId = '00000000-0000-4000-8000-00000000000f';
  readonly connection = new FakeRoomConnection();
  readonly platform = fakePlatform();
  readonly calls = new Map<number, FakeCall>();
  readonly errors: unknown[] = [];
  readonly probe: { told: string[] } = { told: [] };
  readonly choices = new KeptChoices({ camera: false });
  sharing = false;
  iceFailure: Error | null = null;
  iceAnswer: IceServersResponse = {
    iceServers: [{ urls: ['stun:x'] }],
    transportPolicy: 'all',
    relayMissing: false,
    expiresAt: null,
  };
  agreed = false;
  /** What the browser says to the configuration of a call. */
  callFailure: Error | null = null;
  #timers: (() => void)[] = [];
  readonly session = this.visit(this.peerId);

  /** Another visit over the same connection. */
  visit(peerId: string, expected: ExpectedPeer | null = null): RoomSession {
    return new RoomSession({
      consultId: this.consultId,
      peerId,
      connection: this.connection,
      expected,
      devices: deviceParts(this.platform),
      createPeer: (options) => {
        if (this.callFailure) throw this.callFailure;
        const call = new FakeCall(options);
        this.calls.set(this.calls.size, call);
        return call;
      },
      loadLineWatch: async () => LineWatch,
      loadIceServers: async () => {
        if (this.iceFailure) throw this.iceFailure;
        return this.iceAnswer;
      },
      createCertificates: async () => undefined,
      directConsent: { read: () => this.agreed, write: (agreed) => void (this.agreed = agreed) },
      serverNow: () => Date.parse(NOW),
      tools: [this.#probeTool()],
      room: { id: this.consultId, kind: 'tutoring', role: 'mentor' },
      loadDocument: () => Promise.reject(new Error('nobody writes here')),
      documentOpened: { read: () => false, write: () => undefined },
      storeOf: () => ({ read: () => null, write: () => undefined }),
      choices: this.choices,
      sharing: { read: () => this.sharing, write: (on) => void (this.sharing = on) },
      clock: this.platform.clock,
      platform: this.platform,
      setTimer: (run) => {
        this.#timers.push(run);
        return () => void (this.#timers = this.#timers.filter((timer) => timer !== run));
      },
      onServerTime: () => undefined,
      onError: (error) => this.errors.push(error),
    });
  }

  /** The first call made was with `a`, the second with `b`. */
  call(name: 'a' | 'b'): FakeCall {
    const call = this.calls.get(name === 'a' ? 0 : 1);
    if (!call) throw new Error(`no call with ${name}`);
    return call;
  }

  async enter(peers: RoomPeer[]): Promise<void> {
    this.session.start();
    await this.answerJoin(peers);
  }

  async answerJoin(peers: RoomPeer[]): Promise<void> {
    await this.connection.last('room:join').answer({ consult: consultOf(), peers, now: NOW });
    await settled();
  }

  fireTimers(): void {
    for (const run of this.#timers.splice(0)) run();
  }

  #probeTool(): RoomTool {
    const model = {
      callBegan: (call: ToolCall) => {
        this.probe.told.push(`began with ${call.channel('probe').label}`);
        return () => void this.probe.told.push('ended');
      },
      close: () => void this.probe.told.push('closed'),
      unread: () => 0,
      setVisible: () => undefined,
      subscribe: () => () => undefined,
    };
    return {
      id: 'probe',
      channels: [{ label: 'probe' }],
      start: () => ({
        id: 'probe',
        useName: () => 'Probe',
        Icon: () => null,
        shortcut: 'KeyP',
        model,
        renderPanel: () => null,
        renderNews: () => null,
      }),
    };
  }
}
