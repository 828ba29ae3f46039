import type { Platform } from '../platform';
import { constraintsFor, type DeviceName, type DeviceWishes } from './constraints';
import { mediaProblemOf, type MediaProblem } from './media-problem';

/** A device that opened, or why it did not. */
export type Acquired = { track: MediaStreamTrack } | { problem: MediaProblem };

/**
 * Opens the devices with one prompt; when that fails, each alone, so that a missing camera does not cost the
 * microphone. Never rejects. A person who closed the prompt is not asked again.
 */
export async function acquireDevices(
  platform: Platform,
  devices: readonly DeviceName[],
  wishes: DeviceWishes,
): Promise<Map<DeviceName, Acquired>> {
  const all = (problem: MediaProblem): Map<DeviceName, Acquired> => new Map(devices.map((name) => [name, { problem }]));
  if (devices.length === 0) return new Map();
  if (!platform.isSecureContext) return all('insecure-context');
  try {
    const stream = await platform.getUserMedia(constraintsFor(devices, wishes));
    return new Map(devices.map((name) => [name, trackOf(stream, name)]));
  } catch (error) {
    const problem = mediaProblemOf(error);
    const [only] = devices.length === 1 ? devices : [];
    // The only thing demanded was the device: it is not there.
    if (only && wishes.exact?.includes(only) && problem === 'overconstrained') return all('not-found');
    if (only || problem === 'permission-dismissed') return all(problem);
    const acquired = new Map<DeviceName, Acquired>();
    // One after the other: two prompts at once would cover each other.
    for (const name of devices) {
      for (const [device, result] of await acquireDevices(platform, [name], wishes)) acquired.set(device, result);
    }
    return acquired;
  }
}

function trackOf(stream: MediaStream, name: DeviceName): Acquired {
  const [track] = name === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks();
  return track ? { track } : { problem: 'not-found' };
}
