/** The two devices a person brings to a call. */
export type DeviceName = 'microphone' | 'camera';

/** Devices to prefer, by `deviceId`; one that is gone is replaced by the default instead of failing. */
export type DeviceIds = { readonly [name in DeviceName]?: string | undefined };

/**
 * What to ask `getUserMedia` for: speech with echo cancellation, and 720p at 30 frames/s where the camera can.
 * All of it is "ideal" (W3C Media Capture §5.3), so no device is refused for lacking it.
 */
export function constraintsFor(devices: readonly DeviceName[], ids: DeviceIds): MediaStreamConstraints {
  const constraints: MediaStreamConstraints = {};
  if (devices.includes('microphone')) {
    constraints.audio = {
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
      ...prefer(ids.microphone),
    };
  }
  if (devices.includes('camera')) {
    constraints.video = {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
      ...prefer(ids.camera),
    };
  }
  return constraints;
}

function prefer(id: string | undefined): MediaTrackConstraints {
  return id === undefined ? {} : { deviceId: { ideal: id } };
}
