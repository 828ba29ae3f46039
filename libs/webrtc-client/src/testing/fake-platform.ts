import type { Platform } from '../platform';
import { FakeAudioContext } from './fake-audio-context';
import { type FakeDevice, FakeDevices } from './fake-devices';
import { namedError } from './fake-event-target';
import { FakeMediaStream, type FakeMediaStreamTrack } from './fake-media';
import type { FakeNetwork } from './fake-network';
import { FakePeerConnection } from './fake-peer-connection';
import { ManualClock } from './manual-clock';
import { sha256Sync } from './sha256-sync';

export interface FakePlatformOptions {
  readonly clock?: ManualClock;
  /** Joins the connections of several platforms; without it they never get past `connecting`. */
  readonly network?: FakeNetwork;
  readonly microphone?: FakeDevice;
  readonly camera?: FakeDevice;
  readonly isSecureContext?: boolean;
}

/** A browser without a browser: what it was asked for is recorded, what it answers can be set. */
export class FakePlatform implements Platform {
  isSecureContext: boolean;
  readonly clock: ManualClock;
  readonly devices: FakeDevices;
  readonly asked: MediaStreamConstraints[] = [];
  canShareScreen = true;
  /** What picking a screen comes to, as a device. */
  screen: FakeDevice = 'ok';
  /** Whether the picked screen comes with sound, if sound was asked for. */
  screenHasAudio = true;
  /** What screens were asked for. */
  readonly screensAsked: DisplayMediaStreamOptions[] = [];
  /** Whether Web Audio is there. */
  hasSound = true;
  readonly audioContexts: FakeAudioContext[] = [];
  readonly connections: FakePeerConnection[] = [];
  readonly #network: FakeNetwork | undefined;
  readonly #networkListeners = new Set<() => void>();
  readonly #deviceListeners = new Set<() => void>();
  readonly #wakeListeners = new Set<() => void>();

  constructor({ clock, network, microphone, camera, isSecureContext }: FakePlatformOptions = {}) {
    this.clock = clock ?? new ManualClock();
    this.#network = network;
    this.devices = new FakeDevices(microphone, camera);
    this.isSecureContext = isSecureContext ?? true;
  }

  /** What `enumerateDevices` answers. */
  get listed(): Partial<MediaDeviceInfo>[] {
    return this.devices.listed;
  }

  set listed(listed: Partial<MediaDeviceInfo>[]) {
    this.devices.listed = listed;
  }

  createPeerConnection(config: RTCConfiguration): RTCPeerConnection {
    const connection = new FakePeerConnection(config, this.#network);
    this.connections.push(connection);
    return connection as unknown as RTCPeerConnection;
  }

  createMediaStream(): MediaStream {
    return new FakeMediaStream() as unknown as MediaStream;
  }

  /** As browsers do: one device that fails fails the whole request. */
  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    await Promise.resolve();
    return this.devices.open(constraints) as unknown as MediaStream;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    await Promise.resolve();
    return this.listed as MediaDeviceInfo[];
  }

  /** As browsers do: what is listed when somebody asks, or nothing was picked, is the person's to decide. */
  async getDisplayMedia(options: DisplayMediaStreamOptions): Promise<MediaStream> {
    this.screensAsked.push(options);
    await Promise.resolve();
    const withAudio = Boolean(options.audio) && this.screenHasAudio;
    return this.devices.openScreen(this.screen, withAudio) as unknown as MediaStream;
  }

  createAudioContext(): AudioContext {
    if (!this.hasSound) throw namedError('NotSupportedError', 'no sound here');
    const context = new FakeAudioContext();
    this.audioContexts.push(context);
    return context as unknown as AudioContext;
  }

  randomBytes(length: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256));
  }

  async sha256(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    await Promise.resolve();
    return sha256Sync(data);
  }

  onNetworkChange(listener: () => void): () => void {
    return subscribe(this.#networkListeners, listener);
  }

  onDeviceChange(listener: () => void): () => void {
    return subscribe(this.#deviceListeners, listener);
  }

  onWake(listener: () => void): () => void {
    return subscribe(this.#wakeListeners, listener);
  }

  /** The machine got another network. */
  changeNetwork(): void {
    for (const listener of [...this.#networkListeners]) listener();
  }

  /** A device was plugged in or out; set `listed` and `devices` before. */
  changeDevices(): void {
    for (const listener of [...this.#deviceListeners]) listener();
  }

  /** Adds devices to those listed, and tells. */
  plug(...devices: Partial<MediaDeviceInfo>[]): void {
    this.listed = [...this.listed, ...devices];
    this.changeDevices();
  }

  /** Takes a device away: its tracks end, it is no longer listed, and that is told. */
  unplug(deviceId: string): void {
    this.devices.remove(deviceId);
    this.changeDevices();
  }

  /** The page is shown again after a sleep. */
  wake(): void {
    for (const listener of [...this.#wakeListeners]) listener();
  }

  /** Tracks of devices still open, clones included: their lights are on. */
  get openTracks(): FakeMediaStreamTrack[] {
    return this.devices.openTracks;
  }

  get openAudioContexts(): FakeAudioContext[] {
    return this.audioContexts.filter(({ state }) => state !== 'closed');
  }

  /** What should all be zero once everything is closed. */
  get leaks(): { timers: number; connections: number; listeners: number } {
    return {
      timers: this.clock.pending,
      connections: this.connections.filter(({ closed }) => !closed).length,
      listeners:
        this.#networkListeners.size +
        this.#deviceListeners.size +
        this.#wakeListeners.size +
        this.devices.tracks.reduce((sum, track) => sum + track.listenerCount, 0) +
        this.connections.reduce((sum, connection) => sum + connection.listenerCount, 0) +
        this.connections.flatMap(({ channels }) => channels).reduce((sum, channel) => sum + channel.listenerCount, 0),
    };
  }
}

/** A `FakePlatform`; the one thing most tests need. */
export function fakePlatform(options: FakePlatformOptions = {}): FakePlatform {
  return new FakePlatform(options);
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
  const own = (): void => listener();
  listeners.add(own);
  return () => void listeners.delete(own);
}
