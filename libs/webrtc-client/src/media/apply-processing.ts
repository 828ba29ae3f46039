import type { Processing } from './constraints';

/**
 * Changes what a running microphone's sound goes through. False where `changes` take another opening of the microphone:
 * Chromium accepts these constraints on a running track and does nothing.
 */
export async function applyProcessing(
  track: MediaStreamTrack,
  processing: Processing,
  changes: Partial<Processing>,
): Promise<boolean> {
  try {
    await track.applyConstraints({ ...processing, ...changes });
  } catch {
    return false; // the caller opens it anew, which tells whether it can be done at all
  }
  return isProcessed(track, changes);
}

/** Whether the browser says so. What it does not tell, it does not know: nothing can be done about it. */
export function isProcessed(track: MediaStreamTrack, changes: Partial<Processing>): boolean {
  const settings: MediaTrackSettings = track.getSettings();
  return (Object.keys(changes) as (keyof Processing)[]).every(
    (name) => settings[name] === undefined || settings[name] === changes[name],
  );
}
