import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import { acquireDevices, type Acquired } from './acquire-devices';
import type { DeviceIds, DeviceName } from './constraints';
import { whyEnded } from './ended-track';
import type { MediaProblem } from './media-problem';

/** `off` means: off by choice. `unavailable` means: wanted, but not there; turning it on tries again. */
export type DeviceState = { status: 'on' } | { status: 'off' } | { status: 'unavailable'; problem: MediaProblem };

/** Both devices, as they are now. Immutable: a change makes a new object. */
export interface LocalMediaState {
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
}

/** The one event of `LocalMedia`, with its payload. */
export interface LocalMediaEvents {
  change: LocalMediaState;
}

/** What `LocalMedia.open` should open; both devices unless told otherwise. */
export interface WantedDevices {
  microphone?: boolean;
  camera?: boolean;
  /** `deviceId` to prefer; kept for later openings. */
  microphoneId?: string;
  cameraId?: string;
}

/**
 * The person's own microphone and camera: opened, switched, released. One object serves the preview and any number
 * of `PeerSession`s, which follow its changes. Calls may overlap; they are carried out in order.
 */
export class LocalMedia {
  /** The self-view: one object for the `<video>` (muted!), whose tracks come and go. */
  readonly stream: MediaStream;
  readonly #platform: Platform;
  readonly #events = new TypedEmitter<LocalMediaEvents>();
  readonly #tracks = new Map<DeviceName, MediaStreamTrack>();
  #state: LocalMediaState = { microphone: { status: 'off' }, camera: { status: 'off' } };
  #ids: DeviceIds = {};
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor({ platform = browserPlatform() }: { platform?: Platform } = {}) {
    this.#platform = platform;
    this.stream = platform.createMediaStream();
  }

  get state(): LocalMediaState {
    return this.#state;
  }

  /** Calls `listener` after every change, also when a device is unplugged. Returns the function that stops it. */
  on<K extends keyof LocalMediaEvents>(event: K, listener: (payload: LocalMediaEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /**
   * Opens the wanted devices with one prompt; if that fails, each alone. A device not wanted is turned off.
   * Never rejects for a missing, busy or denied device: the state says which, and why.
   */
  open(want: WantedDevices = {}): Promise<LocalMediaState> {
    return this.#inOrder(async () => {
      this.#ids = { microphone: want.microphoneId ?? this.#ids.microphone, camera: want.cameraId ?? this.#ids.camera };
      const wanted: Record<DeviceName, boolean> = { microphone: want.microphone ?? true, camera: want.camera ?? true };
      const names: DeviceName[] = ['microphone', 'camera'];
      for (const name of names) this.#release(name);
      for (const name of names) if (!wanted[name]) this.#put({ [name]: { status: 'off' } });
      await this.#acquire(names.filter((name) => wanted[name]));
    });
  }

  /** Mutes or unmutes by `track.enabled`: instant, the device stays open, nothing is negotiated. Opens it if need be. */
  setMicrophone(on: boolean): Promise<LocalMediaState> {
    return this.#inOrder(async () => {
      const track = this.#tracks.get('microphone');
      if (!track) return on ? this.#acquire(['microphone']) : this.#put({ microphone: { status: 'off' } });
      track.enabled = on;
      this.#put({ microphone: { status: on ? 'on' : 'off' } });
    });
  }

  /** Off stops the track, so that the camera's light goes out; on opens the camera again. Nothing is negotiated. */
  setCamera(on: boolean): Promise<LocalMediaState> {
    return this.#inOrder(async () => {
      if (on) {
        if (!this.#tracks.has('camera')) await this.#acquire(['camera']);
        return;
      }
      this.#release('camera');
      this.#put({ camera: { status: 'off' } });
    });
  }

  /** Stops every track and forgets every listener, also of an opening still under way. For good; idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#release('microphone');
    this.#release('camera');
    this.#put({ microphone: { status: 'off' }, camera: { status: 'off' } });
    this.#events.clear();
  }

  #inOrder(step: () => Promise<void>): Promise<LocalMediaState> {
    const done = this.#tail.then(async () => {
      if (!this.#closed) await step();
      return this.#state;
    });
    this.#tail = Promise.allSettled([done]); // whatever this step's caller is told, the next one starts anew
    return done;
  }

  async #acquire(names: DeviceName[]): Promise<void> {
    const acquired = await acquireDevices(this.#platform, names, this.#ids);
    const changes: { -readonly [name in DeviceName]?: DeviceState } = {};
    for (const [name, result] of acquired) changes[name] = this.#take(name, result);
    if (!this.#closed) this.#put(changes);
  }

  #take(name: DeviceName, result: Acquired): DeviceState {
    if ('problem' in result) return { status: 'unavailable', problem: result.problem };
    const { track } = result;
    if (this.#closed) {
      track.stop();
      return { status: 'off' };
    }
    this.#tracks.set(name, track);
    this.stream.addTrack(track);
    track.addEventListener('ended', () => void this.#ended(name, track), { once: true });
    return { status: 'on' };
  }

  /** Not called by `track.stop()`: only when the device, the system or the person took the track away. */
  async #ended(name: DeviceName, track: MediaStreamTrack): Promise<void> {
    if (this.#tracks.get(name) !== track) return;
    this.#release(name);
    this.#put({ [name]: { status: 'unavailable', problem: 'not-found' } });
    const told = this.#state[name];
    const problem = await whyEnded(this.#platform, track);
    if (this.#state[name] === told && problem !== 'not-found')
      this.#put({ [name]: { status: 'unavailable', problem } });
  }

  #release(name: DeviceName): void {
    const track = this.#tracks.get(name);
    if (!track) return;
    this.#tracks.delete(name);
    track.stop();
    this.stream.removeTrack(track);
  }

  #put(changes: Partial<LocalMediaState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#events.emit('change', this.#state);
  }
}
