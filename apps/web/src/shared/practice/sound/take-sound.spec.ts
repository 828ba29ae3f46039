import { beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import { TakeSound } from './take-sound';
import { ApiError } from '../../lib/api-error';
import { FakePlayer } from './testing/fake-player';

let player: FakePlayer;
let urls: Set<string>;
let fetched: number;
let answer: () => Promise<Blob>;
let sound: TakeSound;
beforeEach(() => {
  player = new FakePlayer();
  urls = new Set();
  fetched = 0;
  answer = async () => new Blob(['sound'], { type: 'audio/webm' });
  sound = new TakeSound({
    player: player.asPlayer(),
    durationMs: 100_000,
    fetchAudio: () => {
      fetched += 1;
      return answer();
    },
    urls: {
      createObjectURL: () => {
        urls.add('blob:1');
        return 'blob:1';
      },
      revokeObjectURL: (url) => void urls.delete(url),
    },
  });
});
const state = () => sound.getSnapshot();

describe('the sound of a take', () => {
  it('is fetched when it is first played, once, and played from its beginning', async () => {
    expect(fetched).toBe(0);
    await sound.toggle();
    expect([state().status, player.currentTime, fetched]).toEqual(['playing', 0, 1]);
    player.reach(12);
    expect(state().atMs).toBe(12_000);
    await sound.toggle();
    expect(state().status).toBe('paused');
    await sound.toggle();
    expect([state().status, player.currentTime, fetched]).toEqual(['playing', 12, 1]);
  });

  it('is gone through once for its end where the file does not tell it, without the position moving', async () => {
    await sound.play();
    expect(player.jumps[0]).toBeGreaterThan(1_000);
    expect(state().atMs).toBe(0);
  });

  it('is played from its beginning where the browser cannot jump in it', async () => {
    player.seekable = false;
    await sound.play();
    expect([state().status, state().atMs]).toEqual(['playing', 0]);
  });

  it('begins where it was put before it was there', async () => {
    sound.seek(30_000);
    await sound.play();
    expect([player.currentTime, state().atMs]).toEqual([30, 30_000]);
    sound.seek(200_000);
    expect([player.currentTime, state().atMs]).toEqual([100, 100_000]);
  });

  it('goes to a word while it plays, and plays from a word where it does not', async () => {
    await sound.playFrom(30_270);
    expect([state().status, player.currentTime, fetched]).toEqual(['playing', 30.2, 1]);
    await sound.playFrom(12_000);
    expect([state().status, state().atMs, player.currentTime, fetched]).toEqual(['playing', 12_000, 12, 1]);
    await sound.toggle();
    await sound.playFrom(40_000);
    expect([state().status, player.currentTime, fetched]).toEqual(['playing', 40, 1]);
  });

  it('plays from the word that was chosen last while it was fetched', async () => {
    let give: () => void = () => undefined;
    answer = () => new Promise((resolve) => (give = () => resolve(new Blob(['sound']))));
    const playing = sound.playFrom(10_000);
    await sound.playFrom(20_000);
    give();
    await playing;
    expect([state().status, player.currentTime, fetched]).toEqual(['playing', 20, 1]);
  });

  it('tells where it is as often as one looks, while it plays', async () => {
    player.currentTime = 3;
    sound.follow();
    expect(state().atMs).toBe(0);
    await sound.play();
    player.currentTime = 4.26;
    sound.follow();
    expect(state().atMs).toBe(4_300);
  });

  it('begins anew after its end', async () => {
    await sound.play();
    player.reach(100);
    player.pause();
    await sound.play();
    expect(player.currentTime).toBe(0);
  });

  it('says why it could not be fetched, and is fetched again', async () => {
    answer = () => Promise.reject(new ApiError({ code: 'recordings/not-found', status: 404 }));
    await sound.play();
    expect(state()).toMatchObject({ status: 'failed', error: { code: 'recordings/not-found' } });
    answer = async () => new Blob(['sound']);
    await sound.play();
    expect([state().status, fetched]).toEqual(['playing', 2]);
  });

  it('says that this browser does not play it', async () => {
    player.playable = false;
    await sound.play();
    expect(state().status).toBe('unplayable');
    expect(urls.size).toBe(0);
    player.playable = true;
    await sound.play();
    expect([state().status, fetched]).toEqual(['playing', 2]);
  });

  it('waits for another tap where the browser wants one', async () => {
    const play = player.play.bind(player);
    player.play = () => Promise.reject(new DOMException('not now', 'NotAllowedError'));
    await sound.play();
    expect(state().status).toBe('paused');
    player.play = play;
    await sound.play();
    expect([state().status, fetched]).toEqual(['playing', 1]);
  });

  it('leaves nothing in memory when it is closed, also while it is fetched', async () => {
    await sound.play();
    sound.close();
    expect([urls.size, player.src, state().status]).toEqual([0, '', 'idle']);
    let give: () => void = () => undefined;
    answer = () => new Promise((resolve) => (give = () => resolve(new Blob(['sound']))));
    const playing = sound.play();
    await settle();
    sound.close();
    give();
    await playing;
    expect([urls.size, player.src]).toEqual([0, '']);
  });
});
