import type { Platform } from '../platform';
import type { MediaProblem } from './media-problem';

/**
 * Why a track ended by itself, as far as the browser tells: labels are blank once permission was revoked
 * (W3C Media Capture §9.2.1), a device still listed was taken by the system or another program, else it is gone.
 */
export async function whyEnded(platform: Platform, track: MediaStreamTrack): Promise<MediaProblem> {
  let listed: MediaDeviceInfo[];
  try {
    listed = await platform.enumerateDevices();
  } catch {
    return 'unknown'; // the answer to "why" is itself not to be had
  }
  const devices = listed.filter((device) => device.kind === (track.kind === 'audio' ? 'audioinput' : 'videoinput'));
  if (devices.length === 0) return 'not-found';
  if (devices.every((device) => device.label === '')) return 'permission-denied';
  const { deviceId } = track.getSettings();
  return devices.some((device) => device.deviceId === deviceId) ? 'in-use' : 'not-found';
}
