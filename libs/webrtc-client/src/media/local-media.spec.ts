import { describe, expect, it, jest } from '@jest/globals';
import { type FakePlatform, fakePlatform, settle } from '../testing';
import { LocalMedia } from './local-media';
import type { LocalMediaState } from './local-media-state';

const ON = { status: 'on' };
const OFF = { status: 'off' };

function given(options: Parameters<typeof fakePlatform>[0] = {}): { platform: FakePlatform; media: LocalMedia } {
  const platform = fakePlatform(options);
  return { platform, media: new LocalMedia({ platform }) };
}

describe('LocalMedia.open', () => {
  it('opens both devices unless told otherwise', async () => {
    const { media } = given();
    await expect(media.open()).resolves.toMatchObject({ microphone: ON, camera: ON });
    expect(media.stream.getTracks()).toHaveLength(2);
  });

  it('leaves an unwanted device off without asking for it', async () => {
    const { platform, media } = given();
    await expect(media.open({ camera: false })).resolves.toMatchObject({ microphone: ON, camera: OFF });
    expect(platform.asked).toHaveLength(1);
    expect(platform.asked[0]).not.toHaveProperty('video');
  });

  it('never rejects: what is missing is in the state, with why', async () => {
    const { media } = given({ microphone: 'NotFoundError', camera: 'NotAllowedError' });
    await expect(media.open()).resolves.toMatchObject({
      microphone: { status: 'unavailable', problem: 'not-found' },
      camera: { status: 'unavailable', problem: 'permission-denied' },
    });
  });

  it('called again lets go of the former devices and remembers the preferred ones', async () => {
    const { platform, media } = given();
    await media.open({ microphoneId: 'mic-2' });
    await media.open();
    expect(platform.openTracks).toHaveLength(2);
    expect(media.stream.getTracks()).toHaveLength(2);
    expect(platform.asked[1]).toMatchObject({ audio: { deviceId: { ideal: 'mic-2' } } });
  });
});

describe('LocalMedia.setMicrophone and setCamera', () => {
  it('mutes by disabling the track, which stays', async () => {
    const { platform, media } = given();
    await media.open();
    const [track] = media.stream.getAudioTracks();
    await media.setMicrophone(false);
    expect(track).toMatchObject({ enabled: false, readyState: 'live' });
    expect(media.state.microphone).toEqual(OFF);
    await media.setMicrophone(true);
    expect(track?.enabled).toBe(true);
    expect(platform.asked).toHaveLength(1);
  });

  it('turns the camera’s light off and opens it anew', async () => {
    const { platform, media } = given();
    await media.open();
    await media.setCamera(false);
    expect(platform.openTracks.map(({ kind }) => kind)).toEqual(['audio']);
    expect(media.stream.getVideoTracks()).toEqual([]);
    await expect(media.setCamera(true)).resolves.toMatchObject({ microphone: ON, camera: ON });
    await media.setCamera(true);
    expect(media.stream.getVideoTracks()).toHaveLength(1);
    expect(platform.asked).toHaveLength(2);
  });

  it('opens a device that was never opened, or tries again one that was missing', async () => {
    const { platform, media } = given({ microphone: 'NotFoundError' });
    await media.open({ camera: false });
    await expect(media.setMicrophone(true)).resolves.toMatchObject({ microphone: { status: 'unavailable' } });
    platform.devices.microphone = 'ok';
    await expect(media.setMicrophone(true)).resolves.toMatchObject({ microphone: ON });
  });

  it('turned off without ever having been there is off by choice', async () => {
    const { media } = given({ microphone: 'NotFoundError' });
    await media.open({ camera: false });
    await expect(media.setMicrophone(false)).resolves.toMatchObject({ microphone: OFF });
  });

  it('carries out quick toggles in order: the last one wins', async () => {
    const { platform, media } = given();
    await Promise.all([media.setCamera(true), media.setCamera(false), media.setCamera(true), media.setCamera(false)]);
    expect(media.state.camera).toEqual(OFF);
    expect(platform.openTracks).toEqual([]);
  });
});

describe('LocalMedia, told to turn on and then off behind an opening', () => {
  it('never lets the microphone be heard in between', async () => {
    const { media } = given();
    await media.open({ camera: false });
    const [track] = media.stream.getAudioTracks();
    const enabled: unknown[] = [];
    media.on('change', () => enabled.push(track?.enabled));
    void media.setCamera(true);
    void media.setMicrophone(true);
    await expect(media.setMicrophone(false)).resolves.toMatchObject({ microphone: OFF, camera: ON });
    expect(enabled.length).toBeGreaterThan(1);
    expect(enabled).not.toContain(true);
    await expect(media.setMicrophone(true)).resolves.toMatchObject({ microphone: ON });
    expect(track?.enabled).toBe(true);
  });

  it('opens a microphone that was turned off meanwhile muted', async () => {
    const { media } = given();
    const enabled: unknown[] = [];
    media.on('change', () => enabled.push(...media.stream.getAudioTracks().map((track) => track.enabled)));
    void media.open({ camera: false });
    await expect(media.setMicrophone(false)).resolves.toMatchObject({ microphone: OFF });
    expect(media.stream.getAudioTracks()).toHaveLength(1);
    expect(enabled).not.toContain(true);
  });

  it('does not open the camera for a moment', async () => {
    const { platform, media } = given();
    void media.open();
    void media.setCamera(true);
    await expect(media.setCamera(false)).resolves.toMatchObject({ microphone: ON, camera: OFF });
    expect(platform.asked).toHaveLength(1);
    expect(platform.asked[0]).not.toHaveProperty('video');
  });
});

describe('LocalMedia "change"', () => {
  it('tells every change until stopped', async () => {
    const { media } = given();
    const states: LocalMediaState[] = [];
    const stop = media.on('change', (state) => states.push(state));
    await media.open({ camera: false });
    expect(states.at(-1)).toBe(media.state);
    const told = states.length;
    stop();
    await media.setMicrophone(false);
    expect(states).toHaveLength(told);
  });

  it('tells when a device is unplugged, and drops its track', async () => {
    const { platform, media } = given();
    await media.open();
    const change = jest.fn();
    media.on('change', change);
    platform.openTracks.find(({ kind }) => kind === 'video')?.end();
    expect(media.state.camera).toEqual({ status: 'unavailable', problem: 'not-found' });
    expect(media.stream.getVideoTracks()).toEqual([]);
    await settle();
    expect(change).toHaveBeenCalledTimes(1);
  });

  it('says so when it was the permission that went', async () => {
    const { platform, media } = given();
    platform.listed = [{ kind: 'videoinput', deviceId: '', label: '' }];
    await media.open();
    platform.openTracks.find(({ kind }) => kind === 'video')?.end();
    await settle();
    expect(media.state.camera).toEqual({ status: 'unavailable', problem: 'permission-denied' });
  });
});

describe('LocalMedia.close', () => {
  it('releases everything, once and for good', async () => {
    const { platform, media } = given();
    await media.open();
    media.close();
    media.close();
    expect(platform.openTracks).toEqual([]);
    expect(media.stream.getTracks()).toEqual([]);
    await expect(media.open()).resolves.toMatchObject({ microphone: OFF, camera: OFF });
    expect(platform.asked).toHaveLength(1);
  });

  it('releases also what a prompt still open gives afterwards', async () => {
    for (let turns = 0; turns < 10; turns += 1) {
      const { platform, media } = given();
      const opening = media.open();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      media.close();
      await expect(opening).resolves.toMatchObject({ microphone: OFF, camera: OFF });
      expect(platform.openTracks).toEqual([]);
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
  });
});
