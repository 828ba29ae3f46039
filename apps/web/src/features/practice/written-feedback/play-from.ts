import type { TakeSound } from '../../../shared/practice/sound/take-sound';

/** What was said just before is needed to understand what was marked. */
const BEFORE_MS = 2_000;

/** Plays a take from a little before a moment of it. */
export function playFrom(sound: Pick<TakeSound, 'seek' | 'play' | 'getSnapshot'>, atMs: number): void {
  sound.seek(atMs - BEFORE_MS);
  const { status } = sound.getSnapshot();
  if (status !== 'playing' && status !== 'loading') void sound.play();
}
