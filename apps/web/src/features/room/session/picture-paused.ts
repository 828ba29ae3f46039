import type { CallSample, RemoteMedia } from '@ieum/webrtc-client';
import { isCameraPicture } from './camera-picture';

/** A camera that was just turned on needs a moment. */
const SAMPLES = 2;

/** Whether the other side's camera is on and yet, for some seconds, no picture of it came: a slow line, it seems. */
export function isPicturePaused(samples: readonly CallSample[], media: RemoteMedia | undefined): boolean {
  const recent = samples.slice(-SAMPLES);
  if (!media?.camera || recent.length < SAMPLES) return false;
  return recent.every(({ pictures }) => !pictures.in.some(isCameraPicture));
}
