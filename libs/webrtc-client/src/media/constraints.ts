/** The two devices a person brings to a call. */
export type DeviceName = 'microphone' | 'camera';

/** Devices to prefer, by `deviceId`; one that is gone is replaced by the default instead of failing. */
export type DeviceIds = { readonly [name in DeviceName]?: string | undefined };

/** What the browser does to the microphone's sound (W3C Media Capture §4.3.8). */
export interface Processing {
  /** Takes the loudspeaker's sound out of the microphone's. */
  readonly echoCancellation: boolean;
  /** Takes out steady noise; music suffers from it. */
  readonly noiseSuppression: boolean;
  /** Makes a quiet voice louder and a loud one quieter. */
  readonly autoGainControl: boolean;
}

/** What speech wants: all of it. */
export const SPEECH_PROCESSING: Processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** How the devices should be. */
export interface DeviceWishes {
  readonly ids?: DeviceIds | undefined;
  /** Those of which rather none is opened than another one than `ids` says. */
  readonly exact?: readonly DeviceName[] | undefined;
  readonly processing?: Processing | undefined;
}

/**
 * What to ask `getUserMedia` for: speech, processed, and 720p at 30 frames/s where the camera can. All of it is "ideal"
 * (W3C Media Capture §5.3), so no device is refused for lacking it; only the ids of those in `exact` are demanded.
 */
export function constraintsFor(
  devices: readonly DeviceName[],
  { ids = {}, exact = [], processing = SPEECH_PROCESSING }: DeviceWishes,
): MediaStreamConstraints {
  const constraints: MediaStreamConstraints = {};
  if (devices.includes('microphone')) {
    constraints.audio = { ...processing, ...choose(ids.microphone, exact.includes('microphone')) };
  }
  if (devices.includes('camera')) {
    constraints.video = {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
      ...choose(ids.camera, exact.includes('camera')),
    };
  }
  return constraints;
}

function choose(id: string | undefined, isDemanded: boolean): MediaTrackConstraints {
  if (id === undefined) return {};
  return { deviceId: isDemanded ? { exact: id } : { ideal: id } };
}
