import type { MediaProblem } from './media-problem';
import { devicesOf } from './listed-devices';

/**
 * Why a device ended by itself, as far as the browser tells: labels are blank once permission was revoked
 * (W3C Media Capture §9.2.1), a device still listed was taken by the system or another program, else it is gone.
 */
export function whyEnded(
  listed: readonly MediaDeviceInfo[] | undefined,
  kind: MediaDeviceKind,
  id: string,
): MediaProblem {
  if (!listed) return 'unknown';
  const devices = devicesOf(listed, kind);
  if (devices.length === 0) return 'not-found';
  if (devices.every(({ label }) => label === undefined)) return 'permission-denied';
  return devices.some((device) => device.id === id) ? 'in-use' : 'not-found';
}
