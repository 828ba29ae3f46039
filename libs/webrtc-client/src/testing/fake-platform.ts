import type { Platform } from '../platform';
import { namedError } from './fake-event-target';
import { FakeMediaStream, FakeMediaStreamTrack } from './fake-media';
import type { FakeNetwork } from './fake-network';
import { FakePeerConnection } from './fake-peer-connection';
import { ManualClock } from './manual-clock';

/** Whether a fake device opens, or the name of the error it fails with, `NotFoundError:message` with a message. */
export type FakeDevice = 'ok' | (string & {});

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
  readonly devices: { microphone: FakeDevice; camera: FakeDevice };
  /** What `enumerateDevices` answers. */
  listed: Partial<MediaDeviceInfo>[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  readonly connections: FakePeerConnection[] = [];
  readonly #network: FakeNetwork | undefined;
  readonly #tracks: FakeMediaStreamTrack[] = [];
  readonly #networkListeners = new Set<() => void>();

  constructor({ clock, network, microphone, camera, isSecureContext }: FakePlatformOptions = {}) {
    this.clock = clock ?? new ManualClock();
    this.#network = network;
    this.devices = { microphone: microphone ?? 'ok', camera: camera ?? 'ok' };
    this.isSecureContext = isSecureContext ?? true;
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
    if (constraints.audio) mustOpen(this.devices.microphone);
    if (constraints.video) mustOpen(this.devices.camera);
    const stream = new FakeMediaStream();
    if (constraints.audio) stream.addTrack(this.#openTrack('audio'));
    if (constraints.video) stream.addTrack(this.#openTrack('video'));
    return stream as unknown as MediaStream;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    await Promise.resolve();
    return this.listed as MediaDeviceInfo[];
  }

  onNetworkChange(listener: () => void): () => void {
    const own = (): void => listener();
    this.#networkListeners.add(own);
    return () => void this.#networkListeners.delete(own);
  }

  /** The machine got another network. */
  changeNetwork(): void {
    for (const listener of [...this.#networkListeners]) listener();
  }

  /** Tracks of devices still open: their lights are on. */
  get openTracks(): FakeMediaStreamTrack[] {
    return this.#tracks.filter(({ readyState }) => readyState === 'live');
  }

  /** What should all be zero once everything is closed. */
  get leaks(): { timers: number; connections: number; listeners: number } {
    return {
      timers: this.clock.pending,
      connections: this.connections.filter(({ closed }) => !closed).length,
      listeners:
        this.#networkListeners.size +
        this.connections.reduce((sum, connection) => sum + connection.listenerCount, 0) +
        this.connections.flatMap(({ channels }) => channels).reduce((sum, channel) => sum + channel.listenerCount, 0),
    };
  }

  #openTrack(kind: 'audio' | 'video'): FakeMediaStreamTrack {
    const track = new FakeMediaStreamTrack(kind);
    this.#tracks.push(track);
    return track;
  }
}

/** A `FakePlatform`; the one thing most tests need. */
export function fakePlatform(options: FakePlatformOptions = {}): FakePlatform {
  return new FakePlatform(options);
}

function mustOpen(device: FakeDevice): void {
  if (device === 'ok') return;
  const [name = device, message] = device.split(':');
  throw namedError(name, message);
}
