import type { Consult, PushOf, ResponseOf, RoomPeer } from '@ieum/signaling-protocol';
import type { Clock } from '@ieum/webrtc-client';
import { ApiError } from '../../../shared/lib/api-error';
import type { DeviceChoiceStore } from '../../../shared/lib/device-choices';
import { SnapshotSource } from '../../../shared/lib/snapshot-source';
import { CallQualityWatch } from './call-quality';
import type { LoadLineWatch } from './call-quality';
import { LocalDevices } from './local-devices';
import { RoomCalls } from './room-calls';
import type { RoomCallsOptions } from './room-calls';
import type { RoomConnection } from './room-connection';
import type { RoomPhase, RoomSnapshot } from './room-snapshot';
import { RoomTools } from './room-tools';
import type { RoomToolsOptions } from './room-tools';
import { watchSeat } from './seat-watch';

type Calls = Omit<RoomCallsOptions, 'onConsent' | 'onChange' | 'quality' | 'tools'>;

export interface RoomSessionOptions
  extends Calls, Pick<RoomToolsOptions, 'tools' | 'room' | 'storeOf' | 'loadDocument' | 'documentOpened'> {
  readonly loadLineWatch: LoadLineWatch;
  readonly choices: DeviceChoiceStore;
  /** Whether the person shows their screen here; survives a reload. */
  readonly sharing: { read(): boolean; write(on: boolean): void };
  readonly clock: Clock;
  readonly onServerTime: (timestamp: string) => void;
}

const REJOIN_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;
const OVER: ReadonlySet<Consult['status']> = new Set(['ended', 'cancelled', 'expired']);
/** Refusals that pass by themselves. */
const PASSING = new Set<string>(['network/offline', 'server/unavailable', 'server/internal', 'request/rate-limited']);

/** Whose seat a connection has: the server knows one a connection, so an earlier visit must not give up a later one's. */
const visitorOf = new WeakMap<RoomConnection, RoomSession>();

/** One visit of a consult's room: enters, calls whoever is there, comes back after a lost socket, releases everything. */
export class RoomSession extends SnapshotSource<RoomSnapshot> {
  /** The person's own, for as long as the visit lasts. */
  readonly devices: LocalDevices;
  readonly #options: RoomSessionOptions;
  readonly #calls: RoomCalls;
  readonly #stops: (() => void)[] = [];
  readonly #tools: RoomTools;
  readonly #quality: CallQualityWatch;
  #started = false;
  #cancelRetry: (() => void) | null = null;
  #failures = 0;
  /** Once seated, this tab only ever comes back: it never takes the seat from another tab or device. */
  #wasSeated = false;
  #attempt = 0;
  #entering = false;
  #pushes: (() => void)[] = [];

  constructor(options: RoomSessionOptions) {
    const { onError, choices, sharing } = options;
    const { dataSaver } = choices.read();
    super({
      phase: 'joining',
      refusal: null,
      consult: null,
      needsConsent: false,
      peers: [],
      local: null,
      dataSaver,
      tools: [],
    });
    this.#options = options;
    this.devices = new LocalDevices({
      ...options.devices,
      choices,
      sharing,
      onChange: (local) => this.isOpen && this.update({ local }),
      onError,
    });
    this.#quality = new CallQualityWatch({
      ...options,
      dataSaver,
      onSample: (peerId, sample, felt) => this.#calls.sampled(peerId, sample, felt),
      onChange: () => this.#tellPeers(),
    });
    this.#calls = new RoomCalls({
      ...options,
      connection: watchSeat(options.connection, () => this.#unseated()),
      quality: this.#quality,
      tools: () => this.#tools,
      onConsent: (needsConsent) => this.update({ needsConsent }),
      onChange: () => this.#tellPeers(),
    });
    this.#tools = new RoomTools(options);
    this.update({ local: this.devices.view, tools: this.#tools.running });
  }

  /** For a student who waits: makes the call's offer and leaves it with the request. `start` enters. */
  async prepare(): Promise<void> {
    const { connection } = this.#options;
    this.#stops.push(connection.on('consult:changed', ({ consult }) => this.takeConsult(consult)));
    await this.#calls.prepare();
  }

  /** Enters the room and opens the devices, at the same time. Once. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    const { connection } = this.#options;
    visitorOf.set(connection, this);
    for (const stop of this.#stops.splice(0)) stop();
    this.#stops.push(
      connection.onConnect(() => this.#join()),
      connection.on('room:peer-joined', ({ peer }) => this.#peerJoined(peer)),
      connection.on('room:peer-left', (push) => this.#peerLeft(push)),
      connection.on('room:replaced', ({ consultId }) => this.#isHere(consultId) && this.#release('replaced')),
      connection.on('consult:changed', ({ consult }) => this.takeConsult(consult)),
    );
    this.devices.start();
    this.#join();
  }

  /** Whether the visit goes on, or may still begin. */
  get isOpen(): boolean {
    return this.snapshot.phase === 'joining' || this.snapshot.phase === 'joined';
  }

  /** Goes, and tells so: the other side sees it at once. Idempotent. */
  leave(): void {
    if (!this.isOpen) return;
    this.#calls.leaving();
    this.#giveUpSeat();
    this.#release('left');
  }

  /** Sends pictures that cost less, to every peer. */
  setDataSaver(on: boolean): void {
    this.#options.choices.write({ dataSaver: on });
    this.update({ dataSaver: on });
    this.#quality.setDataSaver(on);
  }

  /** The person agrees to a call without a relay. */
  agreeToDirect(): void {
    this.#calls.agreeToDirect();
  }

  /** The user asks to look for a new path now. */
  retryCall(): void {
    this.#calls.restartIce();
  }

  /** A newer view of the consult, from a push or from the answer of a request of this page. */
  takeConsult(consult: Consult): void {
    if (!this.#isHere(consult.id) || !this.isOpen) return;
    if (this.snapshot.consult && this.snapshot.consult.revision > consult.revision) return;
    this.update({ consult });
    if (OVER.has(consult.status)) this.#release('over');
  }

  #join(): void {
    if (!this.isOpen) return;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    const attempt = ++this.#attempt;
    this.#entering = true;
    this.#pushes = [];
    this.#enter().then(
      (entered) => attempt === this.#attempt && this.isOpen && this.#orBreak(() => this.#entered(entered)),
      (error: unknown) => attempt === this.#attempt && this.isOpen && this.#notEntered(error),
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
    const { connection, consultId, peerId } = this.#options;
    const [entered] = await Promise.all([
      connection.request('room:join', { consultId, peerId, resume: this.#wasSeated }).then((answer) => {
        this.#wasSeated = true;
        this.#options.onServerTime(answer.now);
        // The server seated whoever had gone meanwhile: its `room:leave` may have come too early.
        if (this.snapshot.phase === 'left') this.#giveUpSeat();
        return answer;
      }),
      this.#calls.ready(),
    ]);
    return entered;
  }

  #entered({ consult, peers }: ResponseOf<'room:join'>): void {
    this.#failures = 0;
    this.#entering = false;
    this.#calls.seated(peers);
    for (const apply of this.#pushes.splice(0)) apply();
    if (!this.isOpen) return;
    this.update({ phase: 'joined', refusal: null });
    this.takeConsult(consult);
  }

  #notEntered(error: unknown): void {
    const known = error instanceof ApiError ? error : null;
    if (known?.code === 'rooms/replaced') return this.#release('replaced');
    if (known && !PASSING.has(known.code)) {
      this.update({ refusal: known });
      return this.#release('refused');
    }
    if (!known) return this.#break(error);
    if (!this.#options.connection.isConnected()) return; // `onConnect` joins again
    const wait = REJOIN_MS[Math.min(this.#failures++, REJOIN_MS.length - 1)] ?? REJOIN_MS[0];
    this.#cancelRetry = this.#options.setTimer(() => this.#join(), known.retryAfterMs ?? wait);
  }

  /** The server lost the seat of a socket that it still has. Not at once: of a consult that has just ended it tells so, too. */
  #unseated(): void {
    if (this.snapshot.phase !== 'joined' || this.#entering || this.#cancelRetry) return;
    this.#cancelRetry = this.#options.setTimer(() => this.#join(), REJOIN_MS[0]);
  }

  /** While a join is under way its answer is older than the pushes that follow it: they wait for their turn. */
  #whenEntered(apply: () => void): void {
    if (this.#entering) this.#pushes.push(apply);
    else apply();
  }

  #peerLeft({ peerId, reason }: PushOf<'room:peer-left'>): void {
    this.#whenEntered(() => this.#calls.left(peerId, reason !== 'disconnected'));
  }

  #peerJoined(peer: RoomPeer): void {
    this.#whenEntered(() => this.#orBreak(() => this.#calls.arrived(peer)));
  }

  #release(phase: RoomPhase): void {
    this.#cancelRetry?.();
    for (const stop of this.#stops.splice(0)) stop();
    this.#calls.close();
    this.#tools.close();
    this.devices.close();
    this.update({ phase, peers: [], local: null });
  }

  #isHere(consultId: string): boolean {
    return consultId === this.#options.consultId;
  }

  #tellPeers(): void {
    this.update({ peers: this.#calls.views() });
  }
}
