import type { DeviceIds, DeviceName, Processing } from './constraints';
import type { ListedDevice } from './listed-devices';
import type { MediaProblem } from './media-problem';

/** `off` means: off by choice. `unavailable` means: wanted, but not there; turning it on tries again. */
export type DeviceState = { status: 'on' } | { status: 'off' } | { status: 'unavailable'; problem: MediaProblem };

/** A device that is open. */
export interface DeviceInUse extends ListedDevice {
  /**
   * The device that should be here but was unplugged, or was not there to begin with; it is taken again when it comes
   * back. Its label is known only if this object has seen it.
   */
  readonly standsInFor?: ListedDevice;
}

/** Both devices, as they are now. Immutable: a change makes a new object. */
export interface LocalMediaState {
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
  /** What is really open: a muted microphone too, a camera that is off not. */
  readonly inUse: { readonly [name in DeviceName]?: DeviceInUse };
  /** What the person chose, there or not; undefined for the default. */
  readonly preferred: DeviceIds;
  /** What the microphone's sound goes through, as far as the browser can. */
  readonly processing: Processing;
}

/**
 * Whether a change was carried out. If not, everything is as it was: `problem` says why, `closed` that `close()` came
 * first.
 */
export type DeviceChangeResult =
  { readonly done: true } | { readonly done: false; readonly problem: MediaProblem | 'closed' };

/** What `LocalMedia.open` should open; both devices unless told otherwise. */
export interface WantedDevices {
  microphone?: boolean;
  camera?: boolean;
  /** `deviceId` to prefer; kept for later openings. */
  microphoneId?: string;
  cameraId?: string;
}
