import { describe, expect, it } from '@jest/globals';
import type { TakeSoundStatus } from '../../../shared/practice/sound/take-sound';
import { playFrom } from './play-from';

function soundThatIs(status: TakeSoundStatus) {
  const done: string[] = [];
  return {
    done,
    seek: (ms: number) => void done.push(`seek ${ms}`),
    play: () => Promise.resolve(void done.push('play')),
    getSnapshot: () => ({ status, atMs: 0, error: null }),
  };
}

describe('a moment that is played', () => {
  it('begins two seconds before it', () => {
    const sound = soundThatIs('paused');
    playFrom(sound, 5_000);
    expect(sound.done).toEqual(['seek 3000', 'play']);
  });

  it.each(['playing', 'loading'] as const)('is only jumped to in a sound that is %s', (status) => {
    const sound = soundThatIs(status);
    playFrom(sound, 5_000);
    expect(sound.done).toEqual(['seek 3000']);
  });
});
