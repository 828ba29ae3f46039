import type { Acquired } from './acquire-devices';
import type { DeviceName } from './constraints';
import { deviceWithId, isNamed, type ListedDevice } from './listed-devices';
import type { DeviceInUse, DeviceState } from './local-media-state';

/** One of the two devices: what the person wants of it, and the track that is in the stream for it. */
export class DeviceSlot {
  readonly name: DeviceName;
  readonly kind: 'audioinput' | 'videoinput';
  state: DeviceState = { status: 'off' };
  /** Whether it should be on, there or not. */
  wanted = false;
  preferredId: string | undefined;
  /** The device that should be open and is not there. */
  missing: ListedDevice | undefined;
  /** Another device is being opened: that the present one ends is no news. */
  isSwitching = false;
  readonly #stream: MediaStream;
  readonly #onEnded: () => void;
  #track: MediaStreamTrack | undefined;
  #device: ListedDevice = { id: '', label: undefined };

  constructor(name: DeviceName, stream: MediaStream, onEnded: (slot: DeviceSlot) => void) {
    this.name = name;
    this.kind = name === 'microphone' ? 'audioinput' : 'videoinput';
    this.#stream = stream;
    this.#onEnded = () => void (this.isSwitching || onEnded(this));
  }

  get track(): MediaStreamTrack | undefined {
    return this.#track;
  }

  get inUse(): DeviceInUse | undefined {
    if (!this.#track) return undefined;
    return { ...this.#device, ...(this.missing && { standsInFor: this.missing }) };
  }

  /** What to open it with. */
  get wishedId(): string | undefined {
    return this.missing?.id ?? this.preferredId;
  }

  /** The person chose: whatever was missing before is not missed any more. */
  prefer(id: string): void {
    this.preferredId = id;
    this.missing = undefined;
  }

  /**
   * Takes a track in, or notes why there is none. A failure that nobody asked for and is no other than before leaves the
   * very same state, so that nobody is told twice.
   */
  take(result: Acquired, asked: boolean): void {
    if ('track' in result) this.put(result.track);
    const after = this.#stateAfter(result);
    if (asked || JSON.stringify(after) !== JSON.stringify(this.state)) this.state = after;
  }

  /** Puts a track into the stream, in place of the one that is there; that one is returned, still running. */
  put(track: MediaStreamTrack): MediaStreamTrack | undefined {
    const former = this.#remove();
    // Muting is this, and outlives the device. A camera that is off has no track.
    if (this.name === 'microphone') track.enabled = this.wanted;
    this.#track = track;
    this.#device = { id: track.getSettings().deviceId ?? '', label: track.label || undefined };
    this.#stream.addTrack(track);
    track.addEventListener('ended', this.#onEnded);
    return former;
  }

  /** A microphone's. The track stays, so that it is heard again at once. */
  setMuted(muted: boolean): void {
    this.wanted = !muted;
    if (this.#track) this.#track.enabled = this.wanted;
  }

  release(): void {
    this.#remove()?.stop();
  }

  turnOff(): void {
    this.wanted = false;
    this.release();
    this.state = { status: 'off' };
  }

  /** The device is not there any more: it is missing from now on. A muted microphone stays off by choice. */
  lose(): ListedDevice {
    const lost = this.#device;
    if (lost.id) this.missing ??= lost;
    this.release();
    this.state = this.wanted ? { status: 'unavailable', problem: 'not-found' } : { status: 'off' };
    return lost;
  }

  /** Compares what is open with what is listed. Whether that changed anything. */
  identify(listed: readonly MediaDeviceInfo[]): boolean {
    if (!this.#track || !isNamed(listed, this.kind)) return false;
    const before = JSON.stringify(this.inUse);
    const isListed = (id: string): boolean => deviceWithId(listed, this.kind, id) !== undefined;
    // By what an alias meant when it was opened: the track stays with that hardware when the alias moves on.
    this.#device = deviceWithId(listed, this.kind, this.#device.id) ?? this.#device;
    // Listed, and yet another one was opened: then the person chose that one, in the browser's own prompt.
    if (this.missing && isListed(this.missing.id)) this.missing = undefined;
    else if (this.preferredId && !isListed(this.preferredId)) {
      this.missing ??= { id: this.preferredId, label: undefined };
    }
    return JSON.stringify(this.inUse) !== before;
  }

  #remove(): MediaStreamTrack | undefined {
    const track = this.#track;
    if (!track) return undefined;
    this.#track = undefined;
    track.removeEventListener('ended', this.#onEnded);
    this.#stream.removeTrack(track);
    return track;
  }

  #stateAfter(result: Acquired): DeviceState {
    if (!this.wanted) return { status: 'off' };
    return 'track' in result ? { status: 'on' } : { status: 'unavailable', problem: result.problem };
  }
}
