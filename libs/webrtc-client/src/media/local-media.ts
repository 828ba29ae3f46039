import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import { applyProcessing } from './apply-processing';
import { SPEECH_PROCESSING, type Processing } from './constraints';
import type { DeviceSlot } from './device-slot';
import { LocalDevices } from './local-devices';
import type { DeviceChangeResult, LocalMediaState, WantedDevices } from './local-media-state';
import type { MediaProblem } from './media-problem';
import { StepQueue } from './step-queue';

/** The one event of `LocalMedia`, with its payload. */
export interface LocalMediaEvents {
  change: LocalMediaState;
}

export interface LocalMediaOptions {
  readonly platform?: Platform | undefined;
  /** What the microphone's sound goes through from the start; all of it unless told otherwise. */
  readonly processing?: Partial<Processing> | undefined;
}

/**
 * The person's own microphone and camera: opened, switched, replaced when unplugged, released. One object serves the
 * preview and any number of `PeerSession`s, which follow its changes. Calls may overlap; they are carried out in order.
 */
export class LocalMedia {
  /** The self-view: one object for the `<video>` (muted!), whose tracks come and go. */
  readonly stream: MediaStream;
  readonly #events = new TypedEmitter<LocalMediaEvents>();
  readonly #queue = new StepQueue();
  readonly #devices: LocalDevices;
  /** How often each was turned off: what was to turn it on, and waited for its turn meanwhile, does not. */
  readonly #offs = { microphone: 0, camera: 0 };
  #state: LocalMediaState;

  constructor({ platform = browserPlatform(), processing }: LocalMediaOptions = {}) {
    this.stream = platform.createMediaStream();
    this.#devices = new LocalDevices({
      platform,
      stream: this.stream,
      queue: this.#queue,
      processing: { ...SPEECH_PROCESSING, ...processing },
      onChange: () => this.#tell(),
    });
    this.#state = this.#describe();
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
  open({ microphone = true, camera = true, microphoneId, cameraId }: WantedDevices = {}): Promise<LocalMediaState> {
    const offs = { ...this.#offs };
    return this.#untilTold(async () => {
      const devices = this.#devices;
      if (microphoneId !== undefined) devices.microphone.prefer(microphoneId);
      if (cameraId !== undefined) devices.camera.prefer(cameraId);
      devices.microphone.wanted = microphone;
      devices.camera.wanted = camera && offs.camera === this.#offs.camera;
      for (const slot of devices.slots) {
        if (slot.wanted) slot.release();
        else slot.turnOff();
      }
      if (!microphone || !camera) this.#tell();
      const wanted = devices.slots.filter((slot) => slot.wanted);
      if (offs.microphone !== this.#offs.microphone) devices.microphone.setMuted(true);
      await devices.acquire(wanted);
    });
  }

  /** Mutes or unmutes by `track.enabled`: instant, the device stays open, nothing is negotiated. Opens it if need be. */
  setMicrophone(on: boolean): Promise<LocalMediaState> {
    const slot = this.#devices.microphone;
    // Silence never waits for its turn, which may be behind a prompt.
    if (!on) slot.setMuted(true);
    return this.#turn(slot, on, async () => {
      slot.setMuted(!on);
      if (on && !slot.track) return this.#devices.acquire([slot]);
      slot.state = { status: on ? 'on' : 'off' };
      this.#tell();
    });
  }

  /** Off stops the track, so that the camera's light goes out; on opens the camera again. Nothing is negotiated. */
  setCamera(on: boolean): Promise<LocalMediaState> {
    const slot = this.#devices.camera;
    return this.#turn(slot, on, async () => {
      slot.wanted = on;
      if (on) return slot.track ? undefined : this.#devices.acquire([slot]);
      slot.turnOff();
      this.#tell();
    });
  }

  /**
   * Changes to another microphone: opens it, then puts it in the former one's place. A muted one stays muted. One that is
   * not open is only remembered. Never rejects; if it fails, the former one goes on.
   */
  selectMicrophone(id: string): Promise<DeviceChangeResult> {
    return this.#select(this.#devices.microphone, id);
  }

  /** Changes to another camera, as `selectMicrophone`. A camera that is off stays off. */
  selectCamera(id: string): Promise<DeviceChangeResult> {
    return this.#select(this.#devices.camera, id);
  }

  /**
   * Changes what the microphone's sound goes through; what is left out stays as it is. Where the browser wants that, the
   * microphone is opened anew, which costs a moment of silence. Never rejects; if it fails, it is opened as it was.
   */
  setProcessing(changes: Partial<Processing>): Promise<DeviceChangeResult> {
    return this.#result(async () => {
      const devices = this.#devices;
      const former = devices.processing;
      const { track } = devices.microphone;
      const isDone = !track || (await applyProcessing(track, former, changes));
      devices.processing = { ...former, ...changes };
      const problem = isDone || this.#queue.isClosed ? undefined : await devices.reopenMicrophone(former, changes);
      if (problem) devices.processing = former;
      this.#tell();
      return problem;
    });
  }

  /** Stops every track and forgets every listener, also of an opening still under way. For good; idempotent. */
  close(): void {
    if (this.#queue.isClosed) return;
    this.#queue.close();
    this.#devices.close();
    this.#tell();
    this.#events.clear();
  }

  #select(slot: DeviceSlot, id: string): Promise<DeviceChangeResult> {
    return this.#result(async () => {
      const { preferredId, missing } = slot;
      const isElsewhere = (slot.track !== undefined || slot.wanted) && slot.inUse?.id !== id;
      slot.prefer(id);
      const problem = isElsewhere ? await this.#devices.switchTo(slot, id) : undefined;
      if (problem) {
        slot.preferredId = preferredId;
        slot.missing ??= missing; // unless the present one was lost over it
      }
      this.#tell();
      return problem;
    });
  }

  #turn({ name }: DeviceSlot, on: boolean, step: () => Promise<void>): Promise<LocalMediaState> {
    const offs = on ? this.#offs[name] : (this.#offs[name] += 1);
    return this.#untilTold(async () => {
      if (!on || offs === this.#offs[name]) await step();
    });
  }

  async #untilTold(step: () => Promise<void>): Promise<LocalMediaState> {
    await this.#queue.run(step);
    return this.#state;
  }

  async #result(step: () => Promise<MediaProblem | undefined>): Promise<DeviceChangeResult> {
    const problem = await this.#queue.run(step);
    if (this.#queue.isClosed) return { done: false, problem: 'closed' };
    return problem ? { done: false, problem } : { done: true };
  }

  #describe(): LocalMediaState {
    const { microphone, camera, processing } = this.#devices;
    return {
      microphone: microphone.state,
      camera: camera.state,
      inUse: {
        ...(microphone.inUse && { microphone: microphone.inUse }),
        ...(camera.inUse && { camera: camera.inUse }),
      },
      preferred: { microphone: microphone.preferredId, camera: camera.preferredId },
      processing,
    };
  }

  #tell(): void {
    this.#state = this.#describe();
    this.#events.emit('change', this.#state);
  }
}
