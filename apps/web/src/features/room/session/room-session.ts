import type { IceServer } from '@ieum/api-contract';
import type { Consult, PushOf, ResponseOf, RoomPeer } from '@ieum/signaling-protocol';
import type { LocalMedia, WantedDevices } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import { SocketSignaling } from '../signaling/socket-signaling-channel';
import type { RoomTool, ToolLink, ToolStore } from '../tools/tool';
import { PeerRoster } from './peer-roster';
import type { CreatePeer } from './peer-roster';
import type { RoomConnection } from './room-connection';
import type { RoomPhase, RoomSnapshot } from './room-snapshot';

export type RoomMedia = Pick<LocalMedia, 'open' | 'setMicrophone' | 'setCamera' | 'stream' | 'state' | 'on' | 'close'>;

export interface RoomSessionOptions {
  readonly consultId: string;
  /** This visit of the room. The same one across socket reconnects, another one after a reload. */
  readonly peerId: string;
  readonly connection: RoomConnection;
  readonly media: RoomMedia;
  readonly createPeer: CreatePeer;
  readonly loadIceServers: () => Promise<IceServer[]>;
  readonly tools: readonly RoomTool[];
  readonly storeOf: (toolId: string) => ToolStore;
  /** Which devices the user wants on; survives a reload. */
  readonly choices: { read(): WantedDevices; write(choices: WantedDevices): void };
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onServerTime: (timestamp: string) => void;
  readonly onError: (error: unknown) => void;
}

const REJOIN_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;
const OVER: ReadonlySet<Consult['status']> = new Set(['ended', 'cancelled', 'expired']);
/** Refusals that pass by themselves. */
const PASSING = new Set<string>(['network/offline', 'server/unavailable', 'server/internal', 'request/rate-limited']);

/** Whose seat a connection has: the server knows one a connection, so an earlier visit must not give up a later one's. */
const visitorOf = new WeakMap<RoomConnection, RoomSession>();

/** One visit of a consult's room: enters, calls whoever is there, comes back after a lost socket, releases everything. */
export class RoomSession {
  readonly #options: RoomSessionOptions;
  readonly #listeners = new Set<() => void>();
  readonly #signaling: SocketSignaling;
  readonly #roster: PeerRoster;
  readonly #stops: (() => void)[] = [];
  #iceServers: IceServer[] | null = null;
  #cancelRetry: (() => void) | null = null;
  #failures = 0;
  /** Once seated, this tab only ever comes back: it never takes the seat from another tab or device. */
  #wasSeated = false;
  #attempt = 0;
  #entering = false;
  #pushes: (() => void)[] = [];
  #snapshot: RoomSnapshot;

  constructor(options: RoomSessionOptions) {
    this.#options = options;
    const { connection, setTimer, onError } = options;
    this.#signaling = new SocketSignaling({ connection, setTimer, onError });
    this.#roster = new PeerRoster({
      createCall: ({ peerId, polite }) =>
        options.createPeer({
          polite,
          signaling: this.#signaling.channelTo(peerId),
          media: options.media,
          iceServers: (this.#iceServers ?? []).map(asRtcIceServer),
        }),
      onChange: () => this.#update({ peers: this.#roster.views() }),
      onMessage: (data) => this.#receiveFrame(data),
      // The tools are there by the time a call is: calls begin after `start`.
      onChannel: () => this.#snapshot.tools.forEach((tool) => tool.model.linkChanged()),
      onError,
      onGone: (peerId) => this.#signaling.forget(peerId),
    });
    this.#snapshot = {
      phase: 'joining',
      refusal: null,
      consult: null,
      peers: [],
      local: { state: options.media.state, stream: options.media.stream },
      tools: options.tools.map((tool) => tool.start(this.#linkFor(tool.id))),
    };
  }

  readonly getSnapshot = (): RoomSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Enters the room and opens the devices, at the same time. */
  start(): void {
    const { connection, media, choices, onError } = this.#options;
    visitorOf.set(connection, this);
    this.#stops.push(
      media.on('change', (state) => this.#update({ local: { state, stream: media.stream } })),
      connection.onConnect(() => this.#join()),
      connection.on('room:peer-joined', ({ peer }) => this.#peerJoined(peer)),
      connection.on('room:peer-left', (push) => this.#peerLeft(push)),
      connection.on('room:replaced', ({ consultId }) => this.#isHere(consultId) && this.#release('replaced')),
      connection.on('consult:changed', ({ consult }) => this.takeConsult(consult)),
    );
    media.open(choices.read()).catch(onError);
    this.#join();
  }

  /** Goes, and tells so: the other side sees it at once. Idempotent. */
  leave(): void {
    if (!this.#isOpen()) return;
    this.#giveUpSeat();
    this.#release('left');
  }

  setMicrophone(on: boolean): void {
    this.#switch({ microphone: on }, () => this.#options.media.setMicrophone(on));
  }

  setCamera(on: boolean): void {
    this.#switch({ camera: on }, () => this.#options.media.setCamera(on));
  }

  /** The user asks to look for a new path now. */
  retryCall(): void {
    this.#roster.restartIce();
  }

  /** A newer view of the consult, from a push or from the answer of a request of this page. */
  takeConsult(consult: Consult): void {
    if (!this.#isHere(consult.id) || !this.#isOpen()) return;
    if (this.#snapshot.consult && this.#snapshot.consult.revision > consult.revision) return;
    this.#update({ consult });
    if (OVER.has(consult.status)) this.#release('over');
  }

  #join(): void {
    if (!this.#isOpen()) return;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    const attempt = ++this.#attempt;
    this.#entering = true;
    this.#pushes = [];
    this.#enter().then(
      (entered) => attempt === this.#attempt && this.#isOpen() && this.#orBreak(() => this.#entered(entered)),
      (error: unknown) => attempt === this.#attempt && this.#isOpen() && this.#notEntered(error),
    );
  }

  /** What fails here fails again with the same ICE servers: the user enters anew, which asks for them anew. */
  #orBreak(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#break(error);
    }
  }

  #break(error: unknown): void {
    this.#options.onError(error);
    this.#giveUpSeat();
    this.#release('refused');
  }

  #giveUpSeat(): void {
    const { connection, onError } = this.#options;
    if (!connection.isConnected() || visitorOf.get(connection) !== this) return;
    connection.request('room:leave', {}).catch((error: unknown) => {
      if (!(error instanceof ApiError)) onError(error);
    });
  }

  async #enter() {
    const { connection, consultId, peerId, loadIceServers } = this.#options;
    const [entered, iceServers] = await Promise.all([
      connection.request('room:join', { consultId, peerId, resume: this.#wasSeated }).then((answer) => {
        // The server seated whoever had gone meanwhile: its `room:leave` may have come too early.
        if (this.#snapshot.phase === 'left') this.#giveUpSeat();
        return answer;
      }),
      this.#iceServers ?? loadIceServers(),
    ]);
    this.#iceServers = iceServers;
    return entered;
  }

  #entered({ consult, peers, now }: ResponseOf<'room:join'>): void {
    this.#failures = 0;
    this.#wasSeated = true;
    this.#options.onServerTime(now);
    this.#entering = false;
    this.#signaling.seated();
    this.#roster.synchronise(peers);
    for (const apply of this.#pushes.splice(0)) apply();
    if (!this.#isOpen()) return;
    this.#update({ phase: 'joined', refusal: null });
    this.takeConsult(consult);
  }

  #notEntered(error: unknown): void {
    const known = error instanceof ApiError ? error : null;
    if (known?.code === 'rooms/replaced') return this.#release('replaced');
    if (known && !PASSING.has(known.code)) {
      this.#update({ refusal: known });
      return this.#release('refused');
    }
    if (!known) return this.#break(error);
    if (!this.#options.connection.isConnected()) return; // `onConnect` joins again
    const wait = REJOIN_MS[Math.min(this.#failures++, REJOIN_MS.length - 1)] ?? REJOIN_MS[0];
    this.#cancelRetry = this.#options.setTimer(() => this.#join(), known.retryAfterMs ?? wait);
  }

  /** While a join is under way its answer is older than the pushes that follow it: they wait for their turn. */
  #whenEntered(apply: () => void): void {
    if (this.#entering) this.#pushes.push(apply);
    else apply();
  }

  #peerLeft({ peerId, reason }: PushOf<'room:peer-left'>): void {
    this.#whenEntered(() => (reason === 'disconnected' ? this.#roster.lost(peerId) : this.#roster.departed(peerId)));
  }

  #peerJoined(peer: RoomPeer): void {
    this.#whenEntered(() =>
      this.#orBreak(() => {
        this.#roster.arrived(peer);
        this.#signaling.flush(peer.peerId);
      }),
    );
  }

  #switch(choice: WantedDevices, apply: () => Promise<unknown>): void {
    const { choices, onError } = this.#options;
    choices.write({ ...choices.read(), ...choice });
    apply().catch(onError);
  }

  #receiveFrame(data: string): void {
    let frame: unknown;
    try {
      frame = JSON.parse(data);
    } catch (error) {
      return this.#options.onError(error);
    }
    const taken = this.#snapshot.tools.some((tool) => tool.model.receive(frame));
    if (!taken) this.#options.onError(new Error('no tool takes this frame'));
  }

  #linkFor(toolId: string): ToolLink {
    return {
      send: (frame) => this.#roster.send(JSON.stringify(frame)),
      isOpen: () => this.#roster.canSend,
      store: this.#options.storeOf(toolId),
    };
  }

  #release(phase: RoomPhase): void {
    this.#cancelRetry?.();
    for (const stop of this.#stops.splice(0)) stop();
    this.#roster.close();
    this.#signaling.close();
    this.#options.media.close();
    this.#update({ phase, peers: [], local: null });
  }

  #isHere(consultId: string): boolean {
    return consultId === this.#options.consultId;
  }

  #isOpen(): boolean {
    return this.#snapshot.phase === 'joining' || this.#snapshot.phase === 'joined';
  }

  #update(change: Partial<RoomSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** `exactOptionalPropertyTypes`: a member that is not there is not the same as one that is `undefined`. */
function asRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return {
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  };
}
