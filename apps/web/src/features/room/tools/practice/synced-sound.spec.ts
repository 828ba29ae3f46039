import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError } from '../../../../shared/lib/api-error';
import type { Playback } from './playback';
import { PracticeWorld, TAKE } from './testing/practice-world';

let world: PracticeWorld;
beforeEach(() => {
  world = new PracticeWorld();
});
afterEach(() => world.close());

const playing = (atMs = 0): Playback => ({
  recordingId: TAKE.id,
  playing: true,
  atMs,
  at: world.serverNow(),
  by: 'mentor',
});

describe('the sound of this side', () => {
  it('is put right when it is not where the other side is', async () => {
    const { sound, player } = world.sound();
    sound.follow(playing(), TAKE);
    await world.clock.advance(2_000);
    player.reach(1);
    await world.clock.advance(500);
    expect(player.currentTime).toBe(2.5);
    player.reach(2.9);
    await world.clock.advance(500);
    expect(player.currentTime).toBe(2.9);
  });

  it('waits for a tap where the browser wants one, and is then where the other side is', async () => {
    const { sound, player } = world.sound();
    const play = player.play.bind(player);
    player.play = () => Promise.reject(new DOMException('not now', 'NotAllowedError'));
    sound.follow(playing(), TAKE);
    await world.clock.advance(3_000);
    expect(sound.getSnapshot().hearing).toBe('blocked');
    player.play = play;
    sound.hear();
    await world.clock.advance(0);
    expect([sound.getSnapshot().hearing, player.currentTime]).toEqual(['playing', 3]);
  });

  it('says why it could not be fetched, and is fetched again', async () => {
    const { sound, faults } = world.sound();
    faults.push(new ApiError({ code: 'recordings/not-found', status: 404 }));
    sound.follow(playing(), TAKE);
    await world.clock.advance(1_000);
    expect(sound.getSnapshot()).toMatchObject({ hearing: 'failed', error: { code: 'recordings/not-found' } });
    sound.hear();
    await world.clock.advance(0);
    expect(sound.getSnapshot().hearing).toBe('playing');
  });

  it('does not begin when it was stopped while it was fetched', async () => {
    const { sound, player } = world.sound();
    let begun = 0;
    player.addEventListener('play', () => (begun += 1));
    sound.follow(playing(), TAKE);
    sound.follow({ ...playing(), playing: false }, TAKE);
    await world.clock.advance(1_000);
    expect([sound.getSnapshot().hearing, begun]).toEqual(['nothing', 0]);
  });

  it('does not begin anew when it ended before its time', async () => {
    const { sound, player } = world.sound();
    sound.follow(playing(58_000), TAKE);
    await world.clock.advance(0);
    let begun = 0;
    player.addEventListener('play', () => (begun += 1));
    player.reach(60);
    player.pause();
    await world.clock.advance(5_000);
    expect([sound.getSnapshot().hearing, begun]).toEqual(['nothing', 0]);
  });

  it('ends with the visit', async () => {
    const { sound, player } = world.sound();
    sound.follow(playing(), TAKE);
    await world.clock.advance(0);
    sound.close();
    expect(player.src).toBe('');
    await world.clock.advance(5_000);
    expect(player.src).toBe('');
  });
});
