import type { Platform } from '../platform';
import { acquireDevices, type Acquired } from './acquire-devices';
import { isProcessed } from './apply-processing';
import type { DeviceIds, DeviceName, DeviceWishes, Processing } from './constraints';
import { DeviceSlot } from './device-slot';
import { whyEnded } from './ended-track';
import { hotPlugStep } from './hot-plug';
import { devicesOf, deviceWithId, listDevices } from './listed-devices';
import type { MediaProblem } from './media-problem';
import type { StepQueue } from './step-queue';
import { switchDevice } from './switch-device';

export interface LocalDevicesOptions {
  readonly platform: Platform;
  readonly stream: MediaStream;
  /** What `acquire` and `switchTo` are called in; what devices do by themselves waits for its turn there too. */
  readonly queue: StepQueue;
  readonly processing: Processing;
  readonly onChange: () => void;
}

/** Opens the two devices, changes them for others, and follows what is plugged in and out. Tells every change. */
export class LocalDevices {
  readonly microphone: DeviceSlot;
  readonly camera: DeviceSlot;
  /** For the next opening. */
  processing: Processing;
  readonly #platform: Platform;
  readonly #queue: StepQueue;
  readonly #onChange: () => void;
  readonly #stopListening: () => void;
  #looksSoon = false;

  constructor({ platform, stream, queue, processing, onChange }: LocalDevicesOptions) {
    this.#platform = platform;
    this.#queue = queue;
    this.#onChange = onChange;
    this.processing = processing;
    this.microphone = new DeviceSlot('microphone', stream, this.#onLost);
    this.camera = new DeviceSlot('camera', stream, this.#onLost);
    this.#stopListening = platform.onDeviceChange(this.#onDeviceChange);
  }

  get slots(): readonly DeviceSlot[] {
    return [this.microphone, this.camera];
  }

  /** Releases both. The queue is closed by then. */
  close(): void {
    this.#stopListening();
    for (const slot of this.slots) slot.turnOff();
  }

  /** `id` instead of what the slots wish for. `asked` by the person, not by a device that came or went. */
  async acquire(
    slots: readonly DeviceSlot[],
    { id, asked = true }: { id?: string; asked?: boolean } = {},
  ): Promise<void> {
    const ids = Object.fromEntries(slots.map((slot) => [slot.name, id || slot.wishedId]));
    const acquired = await this.#ask(slots, { ids, exact: await this.#present(slots, ids) });
    for (const slot of slots) this.#takeOrStop(slot, acquired.get(slot.name) ?? { problem: 'unknown' }, asked);
    if (this.#queue.isClosed) return;
    this.#onChange();
    await this.#identify(slots);
  }

  /**
   * Opens the microphone once more, as `processing` says now. Chromium gives one that is open already as it is, so that it
   * is let go of first, and whoever listens to a clone of it is told. Why it failed; then it is open as before, or lost.
   */
  async reopenMicrophone(former: Processing, changes: Partial<Processing>): Promise<MediaProblem | undefined> {
    const slot = this.microphone;
    const ids = { microphone: slot.inUse?.id || undefined };
    slot.release();
    this.#onChange();
    let result = await this.#askFor(slot, { ids, exact: [slot.name] });
    const problem = 'problem' in result ? result.problem : undefined;
    if (problem && !this.#queue.isClosed) {
      this.processing = former;
      result = await this.#askFor(slot, { ids, exact: [slot.name] });
    }
    this.#takeOrStop(slot, result, true);
    if (this.#queue.isClosed) return undefined;
    if ('problem' in result) {
      this.#onLost(slot);
      return problem;
    }
    this.#onChange();
    await this.#identify([slot]);
    return problem ?? (isProcessed(result.track, changes) ? undefined : 'overconstrained');
  }

  /** Puts another device in a slot's place. Why that failed; undefined if it did not, or everything was closed. */
  async switchTo(slot: DeviceSlot, id: string): Promise<MediaProblem | undefined> {
    const present = slot.track;
    slot.isSwitching = true;
    const { track, problem } = await switchDevice(
      (deviceId) => this.#askFor(slot, { ids: { [slot.name]: deviceId }, exact: [slot.name] }),
      id,
      present,
    );
    slot.isSwitching = false;
    if (track) this.#takeOrStop(slot, { track }, true);
    if (this.#queue.isClosed) return undefined;
    if (track) {
      this.#onChange();
      present?.stop(); // not before those who send it were told of the other
      await this.#identify([slot]);
    } else if (present?.readyState === 'ended') this.#onLost(slot);
    return problem;
  }

  async #ask(slots: readonly DeviceSlot[], wishes: DeviceWishes): Promise<Map<DeviceName, Acquired>> {
    if (this.#queue.isClosed) return new Map();
    const names = slots.map(({ name }) => name);
    return acquireDevices(this.#platform, names, { ...wishes, processing: this.processing });
  }

  /** The slots whose device is listed. It is demanded then: Chromium, from 126 on, opens its own favourite otherwise. */
  async #present(slots: readonly DeviceSlot[], ids: DeviceIds): Promise<DeviceName[]> {
    if (!slots.some(({ name }) => ids[name])) return [];
    const listed = (await listDevices(this.#platform)) ?? [];
    return slots.filter(({ name, kind }) => deviceWithId(listed, kind, ids[name] ?? '')).map(({ name }) => name);
  }

  async #askFor(slot: DeviceSlot, wishes: DeviceWishes): Promise<Acquired> {
    return (await this.#ask([slot], wishes)).get(slot.name) ?? { problem: 'unknown' };
  }

  /** What comes after `close()`, however little, is stopped at once. */
  #takeOrStop(slot: DeviceSlot, result: Acquired, asked: boolean): void {
    if (!this.#queue.isClosed) slot.take(result, asked);
    else if ('track' in result) result.track.stop();
  }

  /** Finds out which devices were opened: an alias, or a stand-in for one that is not there. */
  async #identify(slots: readonly DeviceSlot[]): Promise<void> {
    const listed = await listDevices(this.#platform);
    if (!listed || this.#queue.isClosed) return;
    const changed = slots.map((slot) => slot.identify(listed));
    if (changed.includes(true)) this.#onChange();
  }

  /** Not called by `track.stop()`: only when the device, the system or the person took the track away. */
  readonly #onLost = (slot: DeviceSlot): void => {
    const { id } = slot.lose();
    const told = slot.state;
    this.#onChange();
    void this.#queue.run(async () => {
      if (slot.track || slot.state !== told) return;
      const listed = await listDevices(this.#platform);
      if (this.#queue.isClosed) return;
      const problem = whyEnded(listed, slot.kind, id);
      if (listed && problem === 'not-found') return this.#openWhatIsThere(slot, listed);
      if (!slot.wanted) return;
      slot.state = { status: 'unavailable', problem };
      this.#onChange();
    });
  };

  /** Opens the wished device if it is there, else the default one, if there is any. */
  async #openWhatIsThere(slot: DeviceSlot, listed: readonly MediaDeviceInfo[]): Promise<void> {
    const wished = deviceWithId(listed, slot.kind, slot.wishedId ?? '');
    const [first] = devicesOf(listed, slot.kind);
    const device = wished ?? first;
    if (device) await this.acquire([slot], { id: device.id, asked: false });
  }

  /** A headset that is plugged in changes several lists at once: they are looked at once. */
  readonly #onDeviceChange = (): void => {
    if (this.#looksSoon) return;
    this.#looksSoon = true;
    void this.#queue.run(async () => {
      this.#looksSoon = false;
      const listed = await listDevices(this.#platform);
      for (const slot of this.slots) if (listed) await this.#followPlug(slot, listed);
    });
  };

  async #followPlug(slot: DeviceSlot, listed: readonly MediaDeviceInfo[]): Promise<void> {
    if (this.#queue.isClosed) return;
    const step = hotPlugStep(slot, listed);
    if (step === 'take-back' && slot.missing) {
      await this.switchTo(slot, slot.missing.id);
    } else if (step === 'replace') {
      slot.lose();
      this.#onChange();
      await this.#openWhatIsThere(slot, listed);
    } else if (step === 'open') {
      await this.#openWhatIsThere(slot, listed);
    } else if (slot.identify(listed)) {
      this.#onChange();
    }
  }
}
