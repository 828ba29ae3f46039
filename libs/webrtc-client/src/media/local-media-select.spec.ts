import { describe, expect, it } from '@jest/globals';
import { type FakePlatform, fakePlatform, settle } from '../testing';
import { LocalMedia } from './local-media';

const LISTED = [
  { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in' },
  { kind: 'audioinput', deviceId: 'headset', label: 'Headset' },
  { kind: 'videoinput', deviceId: 'front', label: 'Front' },
  { kind: 'videoinput', deviceId: 'rear', label: 'Rear' },
] as const;

async function given(want = {}): Promise<{ platform: FakePlatform; media: LocalMedia; open: () => string[] }> {
  const platform = fakePlatform();
  platform.listed = [...LISTED];
  const media = new LocalMedia({ platform });
  await media.open(want);
  return { platform, media, open: () => platform.openTracks.map(({ deviceId }) => deviceId).sort() };
}

describe('LocalMedia.selectMicrophone and selectCamera', () => {
  it('put the other device in the stream, and let go of the former one only then', async () => {
    const { media, open } = await given();
    const seen: { sent: string | undefined; open: string[] }[] = [];
    media.on('change', () => {
      const [track] = media.stream.getAudioTracks();
      seen.push({ sent: track?.getSettings().deviceId, open: open() });
    });
    await expect(media.selectMicrophone('headset')).resolves.toEqual({ done: true });
    expect(seen[0]).toEqual({ sent: 'headset', open: ['built-in', 'front', 'headset'] });
    expect(open()).toEqual(['front', 'headset']);
    await expect(media.selectCamera('rear')).resolves.toEqual({ done: true });
    expect(open()).toEqual(['headset', 'rear']);
    expect(media.stream.getTracks()).toHaveLength(2);
    expect(media.state).toMatchObject({
      microphone: { status: 'on' },
      inUse: { microphone: { id: 'headset', label: 'Headset' }, camera: { id: 'rear', label: 'Rear' } },
      preferred: { microphone: 'headset', camera: 'rear' },
    });
  });

  it('keep the present device when the other one does not open, and tell why', async () => {
    const { platform, media, open } = await given();
    platform.devices.failing.set('headset', 'NotReadableError');
    const [track] = media.stream.getAudioTracks();
    await expect(media.selectMicrophone('headset')).resolves.toEqual({ done: false, problem: 'in-use' });
    await expect(media.selectCamera('gone')).resolves.toEqual({ done: false, problem: 'not-found' });
    expect(media.stream.getAudioTracks()).toEqual([track]);
    expect(open()).toEqual(['built-in', 'front']);
    expect(media.state).toMatchObject({
      microphone: { status: 'on' },
      inUse: { microphone: { id: 'built-in' }, camera: { id: 'front' } },
      preferred: { microphone: undefined, camera: undefined },
    });
  });

  it('keep a muted microphone muted', async () => {
    const { media } = await given();
    await media.setMicrophone(false);
    await media.selectMicrophone('headset');
    const [track] = media.stream.getAudioTracks();
    expect(track?.enabled).toBe(false);
    expect(media.state).toMatchObject({ microphone: { status: 'off' }, inUse: { microphone: { id: 'headset' } } });
    await media.setMicrophone(true);
    expect(track?.enabled).toBe(true);
  });

  it('only remember the choice for a camera that is off', async () => {
    const { platform, media, open } = await given({ camera: false });
    await expect(media.selectCamera('rear')).resolves.toEqual({ done: true });
    expect(platform.asked).toHaveLength(1);
    expect(media.state).toMatchObject({ camera: { status: 'off' }, preferred: { camera: 'rear' } });
    expect(media.state.inUse).not.toHaveProperty('camera');
    await media.setCamera(true);
    expect(open()).toEqual(['built-in', 'rear']);
  });

  it('open nothing for the device that is open already', async () => {
    const { platform, media } = await given();
    await expect(media.selectMicrophone('built-in')).resolves.toEqual({ done: true });
    expect(platform.asked).toHaveLength(1);
    expect(media.state.preferred.microphone).toBe('built-in');
  });

  it('open a device that was wanted and not there', async () => {
    const platform = fakePlatform();
    platform.listed = [...LISTED];
    platform.devices.failing.set('front', 'NotReadableError');
    const media = new LocalMedia({ platform });
    await media.open();
    expect(media.state.camera).toEqual({ status: 'unavailable', problem: 'in-use' });
    await expect(media.selectCamera('rear')).resolves.toEqual({ done: true });
    expect(media.state.camera).toEqual({ status: 'on' });
  });

  it('change cameras where only one can run, and come back if the other is really in use', async () => {
    const { platform, media, open } = await given();
    platform.devices.oneCameraAtATime = true;
    await expect(media.selectCamera('rear')).resolves.toEqual({ done: true });
    expect(open()).toEqual(['built-in', 'rear']);
    platform.devices.failing.set('front', 'NotReadableError');
    await expect(media.selectCamera('front')).resolves.toEqual({ done: false, problem: 'in-use' });
    expect(open()).toEqual(['built-in', 'rear']);
    expect(media.state).toMatchObject({ camera: { status: 'on' }, preferred: { camera: 'rear' } });
  });

  it('do not take it for a loss when the browser itself ends the former track', async () => {
    const { platform, media, open } = await given();
    const states: string[] = [];
    media.on('change', ({ camera }) => states.push(camera.status));
    const selecting = media.selectCamera('rear');
    await Promise.resolve();
    await Promise.resolve();
    platform.openTracks.find(({ kind }) => kind === 'video')?.end();
    await expect(selecting).resolves.toEqual({ done: true });
    expect(new Set(states)).toEqual(new Set(['on']));
    expect(open()).toEqual(['built-in', 'rear']);
  });

  it('tell when a device was lost over it', async () => {
    const { platform, media } = await given();
    platform.devices.failing.set('rear', 'NotReadableError');
    platform.devices.failing.set('front', 'NotReadableError');
    await expect(media.selectCamera('rear')).resolves.toEqual({ done: false, problem: 'in-use' });
    await settle();
    expect(media.state.camera).toEqual({ status: 'unavailable', problem: 'in-use' });
    expect(media.stream.getVideoTracks()).toEqual([]);
  });

  it('never reject, also when everything is closed meanwhile', async () => {
    for (let turns = 0; turns < 10; turns += 1) {
      const { platform, media } = await given();
      const selecting = media.selectMicrophone('headset');
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      media.close();
      await expect(selecting).resolves.toEqual({ done: false, problem: 'closed' });
      await expect(media.selectCamera('rear')).resolves.toEqual({ done: false, problem: 'closed' });
      expect(platform.openTracks).toEqual([]);
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
  });
});

describe('LocalMedia.open with devices that were chosen before', () => {
  it('opens them, by one prompt', async () => {
    const { platform, media, open } = await given({ microphoneId: 'headset', cameraId: 'rear' });
    expect(open()).toEqual(['headset', 'rear']);
    expect(platform.asked).toHaveLength(1);
    expect(media.state.inUse).toEqual({
      microphone: { id: 'headset', label: 'Headset' },
      camera: { id: 'rear', label: 'Rear' },
    });
  });

  it('opens the default one, by one prompt still, in place of one that is gone', async () => {
    const { platform, media, open } = await given({ microphoneId: 'gone', cameraId: 'rear' });
    expect(open()).toEqual(['built-in', 'rear']);
    expect(platform.asked).toHaveLength(1);
    expect(media.state.inUse.microphone?.standsInFor?.id).toBe('gone');
  });

  it('leaves the choice to the browser as long as that names no device', async () => {
    const platform = fakePlatform();
    platform.listed = [{ kind: 'audioinput', deviceId: '', label: '' }];
    const media = new LocalMedia({ platform });
    await media.open({ camera: false, microphoneId: 'headset' });
    expect(platform.asked).toMatchObject([{ audio: { deviceId: { ideal: 'headset' } } }]);
  });
});

describe('LocalMedia.setMicrophone', () => {
  it('is silent at once, whatever it has to wait for', async () => {
    const { media } = await given();
    const [before] = media.stream.getAudioTracks();
    const selecting = media.selectMicrophone('headset');
    const muting = media.setMicrophone(false);
    expect(before?.enabled).toBe(false);
    await selecting;
    expect(media.stream.getAudioTracks()[0]).toMatchObject({ enabled: false });
    await expect(muting).resolves.toMatchObject({ microphone: { status: 'off' } });
  });
});
