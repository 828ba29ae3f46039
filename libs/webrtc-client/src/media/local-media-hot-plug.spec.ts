import { describe, expect, it } from '@jest/globals';
import { type FakePlatform, fakePlatform, settle } from '../testing';
import { LocalMedia } from './local-media';
import type { LocalMediaState } from './local-media-state';

const BUILT_IN = { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in' } as const;
const HEADSET = { kind: 'audioinput', deviceId: 'headset', label: 'Headset' } as const;
const CAMERA = { kind: 'videoinput', deviceId: 'cam', label: 'A camera' } as const;
const STANDING_IN = { id: 'built-in', label: 'Built-in', standsInFor: { id: 'headset', label: 'Headset' } };
const NOT_FOUND = { status: 'unavailable', problem: 'not-found' };

interface Given {
  platform: FakePlatform;
  media: LocalMedia;
  states: LocalMediaState[];
  heard: () => unknown;
}

async function given(listed: Partial<MediaDeviceInfo>[] = [HEADSET, BUILT_IN, CAMERA], want = {}): Promise<Given> {
  const platform = fakePlatform();
  platform.listed = [...listed];
  const media = new LocalMedia({ platform });
  await media.open(want);
  const states: LocalMediaState[] = [];
  media.on('change', (state) => states.push(state));
  return { platform, media, states, heard: () => media.stream.getAudioTracks()[0]?.getSettings().deviceId };
}

describe('LocalMedia, when the microphone in use is unplugged', () => {
  it('goes on with another one, says which for which, and comes back to it', async () => {
    const { platform, media, states, heard } = await given();
    platform.unplug('headset');
    expect(states[0]?.microphone).toEqual(NOT_FOUND);
    await settle();
    expect(heard()).toBe('built-in');
    expect(media.state).toMatchObject({ microphone: { status: 'on' }, inUse: { microphone: STANDING_IN } });
    platform.plug(HEADSET);
    await settle();
    expect(heard()).toBe('headset');
    expect(media.state.inUse.microphone).toEqual({ id: 'headset', label: 'Headset' });
    expect(platform.openTracks).toHaveLength(2);
  });

  it('comes back without a moment of silence: the other one opens first', async () => {
    const { platform, states } = await given();
    platform.unplug('headset');
    await settle();
    states.length = 0;
    platform.plug(HEADSET);
    await settle();
    expect(states.map(({ microphone }) => microphone.status)).toEqual(['on', 'on']);
  });

  it('stays muted if it was', async () => {
    const { platform, media, heard } = await given();
    await media.setMicrophone(false);
    platform.unplug('headset');
    await settle();
    expect(heard()).toBe('built-in');
    expect(media.stream.getAudioTracks()[0]).toMatchObject({ enabled: false });
    expect(media.state).toMatchObject({ microphone: { status: 'off' }, inUse: { microphone: STANDING_IN } });
  });

  it('notices even when the browser does not end the track, or lists late', async () => {
    const silent = await given();
    silent.platform.listed = [BUILT_IN, CAMERA];
    silent.platform.changeDevices();
    await settle();
    expect(silent.media.state.inUse.microphone).toEqual(STANDING_IN);

    const late = await given();
    late.platform.openTracks.find(({ deviceId }) => deviceId === 'headset')?.end();
    await settle();
    expect(late.media.state.microphone).toEqual({ status: 'unavailable', problem: 'in-use' });
    late.platform.unplug('headset');
    await settle();
    expect(late.media.state.inUse.microphone).toEqual(STANDING_IN);
    for (const { platform } of [silent, late]) expect(platform.openTracks).toHaveLength(2);
  });

  it('keeps the stand-in while the former one does not open', async () => {
    const { platform, media, heard } = await given();
    platform.unplug('headset');
    await settle();
    platform.devices.failing.set('headset', 'NotReadableError');
    platform.plug(HEADSET);
    await settle();
    expect([heard(), media.state.inUse.microphone]).toEqual(['built-in', STANDING_IN]);
    platform.devices.failing.clear();
    platform.changeDevices();
    await settle();
    expect(heard()).toBe('headset');
  });

  it('does not come back to it once the person chose another', async () => {
    const { platform, media, heard } = await given();
    platform.unplug('headset');
    await settle();
    await media.selectMicrophone('built-in');
    expect(media.state.inUse.microphone).toEqual({ id: 'built-in', label: 'Built-in' });
    platform.plug(HEADSET);
    await settle();
    expect(heard()).toBe('built-in');
  });

  it('waits for it when it was the only one, and opens it again', async () => {
    const { platform, media, states, heard } = await given([HEADSET, CAMERA]);
    platform.unplug('headset');
    await settle();
    expect(media.state.microphone).toEqual(NOT_FOUND);
    const told = states.length;
    platform.changeDevices();
    await settle();
    expect(states).toHaveLength(told);
    platform.plug(HEADSET);
    await settle();
    expect([heard(), media.state.microphone]).toEqual(['headset', { status: 'on' }]);
    expect(media.state.inUse.microphone).toEqual({ id: 'headset', label: 'Headset' });
  });
});

describe('LocalMedia, when a device is plugged in', () => {
  it('opens one that was wanted and not there', async () => {
    const platform = fakePlatform({ camera: 'NotFoundError' });
    platform.listed = [BUILT_IN];
    const media = new LocalMedia({ platform });
    await media.open();
    expect(media.state.camera).toEqual(NOT_FOUND);
    platform.devices.camera = 'ok';
    platform.plug(CAMERA);
    await settle();
    expect(media.state).toMatchObject({ camera: { status: 'on' }, inUse: { camera: { id: 'cam' } } });
  });

  it('does not open one that is off by choice', async () => {
    const { platform, media } = await given([BUILT_IN], { camera: false });
    platform.plug(CAMERA);
    await settle();
    expect(media.state.camera).toEqual({ status: 'off' });
    expect(platform.asked).toHaveLength(1);
  });

  it('says nothing twice when that one does not open either', async () => {
    const { platform, media, states } = await given([BUILT_IN, CAMERA]);
    platform.unplug('cam');
    await settle();
    const { camera } = media.state;
    platform.devices.camera = 'NotFoundError';
    platform.plug(CAMERA);
    await settle();
    expect(states.length).toBeGreaterThan(1);
    expect(media.state.camera).toBe(camera);
    await media.setCamera(true);
    expect(media.state.camera).toEqual(camera);
    expect(media.state.camera).not.toBe(camera);
  });

  it('takes the preferred one, which was not there when it opened', async () => {
    const { platform, media, heard } = await given([BUILT_IN, CAMERA], { microphoneId: 'headset' });
    expect(media.state.inUse.microphone).toEqual({
      id: 'built-in',
      label: 'Built-in',
      standsInFor: { id: 'headset', label: undefined },
    });
    platform.plug(HEADSET);
    await settle();
    expect([heard(), media.state.inUse.microphone]).toEqual(['headset', { id: 'headset', label: 'Headset' }]);
  });

  it('leaves alone what works, and looks once at changes that come together', async () => {
    const { platform, states } = await given([BUILT_IN, CAMERA]);
    let looks = 0;
    const list = platform.enumerateDevices.bind(platform);
    platform.enumerateDevices = () => {
      looks += 1;
      return list();
    };
    platform.plug(HEADSET);
    platform.changeDevices();
    platform.changeDevices();
    await settle();
    expect([looks, states]).toEqual([1, []]);
  });
});

describe('LocalMedia, with Chromium’s alias for the default device', () => {
  const alias = { kind: 'audioinput', deviceId: 'default', label: 'Default - Headset', groupId: 'usb' } as const;
  const headset = { ...HEADSET, groupId: 'usb' };
  const builtIn = { ...BUILT_IN, groupId: 'board' };

  it('says which device is really open, also after the default moved on', async () => {
    const { platform, media } = await given([alias, builtIn, headset, CAMERA]);
    expect(media.state.inUse.microphone).toEqual({ id: 'headset', label: 'Headset' });
    platform.listed = [{ ...alias, label: 'Default - Built-in', groupId: 'board' }, builtIn, headset, CAMERA];
    platform.changeDevices();
    await settle();
    expect(media.state.inUse.microphone).toEqual({ id: 'headset', label: 'Headset' });
  });

  it('replaces it by the new default when it is unplugged', async () => {
    const { platform, media, heard } = await given([alias, builtIn, headset, CAMERA]);
    platform.listed = [{ ...alias, label: 'Default - Built-in', groupId: 'board' }, builtIn, CAMERA];
    platform.changeDevices();
    await settle();
    expect([heard(), media.state.inUse.microphone]).toEqual(['built-in', STANDING_IN]);
  });
});

describe('LocalMedia.close, with devices coming and going', () => {
  it('releases also what a change of devices was about to open', async () => {
    for (let turns = 0; turns < 20; turns += 1) {
      const { platform, media } = await given();
      platform.unplug('headset');
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      media.close();
      await settle();
      expect(platform.openTracks).toEqual([]);
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
  });
});
