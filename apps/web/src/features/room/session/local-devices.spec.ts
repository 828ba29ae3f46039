import { beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import type { LocalDevices } from './local-devices';
import { DeviceWorld, EARPHONES, HEADSET } from './testing/device-world';

let world: DeviceWorld;
let devices: LocalDevices;

const start = async () => {
  devices = world.visit();
  devices.start();
  await settle();
};

beforeEach(async () => {
  world = new DeviceWorld();
  await start();
});

describe('the devices of a person in a room', () => {
  it('are opened, and listed for the menus', () => {
    expect(devices.view.state).toMatchObject({ microphone: { status: 'on' }, camera: { status: 'on' } });
    expect(devices.view.lists.microphones.map(({ label }) => label)).toEqual(['Built-in', 'Headset']);
  });

  it('are listed also when the list was there long before the visit began', async () => {
    devices.close();
    devices = world.visit();
    await settle();
    devices.start();
    expect(devices.view.lists.microphones).toHaveLength(2);
    expect(devices.view.news).toBeNull();
  });

  it('are on or off, and the same ones, after a reload', async () => {
    devices.setCamera(false);
    devices.selectMicrophone('headset');
    devices.selectSpeaker('earphones');
    devices.setProcessing({ noiseSuppression: false });
    await settle();
    devices.close();
    await start();
    expect(devices.view).toMatchObject({ speakerId: 'earphones', state: { camera: { status: 'off' } } });
    expect(devices.view.state.inUse.microphone?.id).toBe('headset');
    expect(world.choices.read().processing).toMatchObject({ noiseSuppression: false, echoCancellation: true });
  });

  it('tell that another one stands in for one that was unplugged, and that it is back', async () => {
    devices.selectMicrophone('headset');
    await settle();
    world.platform.unplug('headset');
    await settle();
    expect(devices.view.news).toEqual({
      kind: 'replaced',
      device: 'microphone',
      lost: 'Headset',
      using: 'Built-in',
    });
    world.platform.plug(HEADSET);
    await settle();
    expect(devices.view.news).toEqual({ kind: 'back', device: 'microphone', using: 'Headset' });
    devices.dismiss('news');
    expect(devices.view.news).toBeNull();
  });

  it('stay as they were when another one does not start, and that is told and not kept', async () => {
    world.platform.devices.failing.set('headset', 'NotReadableError');
    devices.selectMicrophone('headset');
    await settle();
    expect(devices.view.news).toEqual({ kind: 'refused', device: 'microphone', problem: 'in-use' });
    expect(devices.view.state.inUse.microphone?.id).toBe('built-in');
    expect(world.choices.read().microphoneId).toBeUndefined();
  });

  it('play through the default speaker while the chosen one is away', async () => {
    devices.selectSpeaker('earphones');
    expect(devices.view.speakerId).toBe('earphones');
    world.platform.unplug('earphones');
    await settle();
    expect(devices.view).toMatchObject({ speakerId: undefined, news: { device: 'speaker', lost: 'Earphones' } });
    world.platform.plug(EARPHONES);
    await settle();
    expect(devices.view).toMatchObject({ speakerId: 'earphones', news: { kind: 'back' } });
    devices.selectSpeaker('');
    expect(world.choices.read().speakerId).toBeUndefined();
  });

  it('notice that the person talks while muted', async () => {
    devices.setMicrophone(false);
    await settle();
    const [microphone] = world.platform.openTracks.filter(({ kind }) => kind === 'audio');
    if (microphone) microphone.sound.amplitude = 0.2;
    await world.platform.clock.advance(2_000);
    expect(devices.view.isTalkingWhileMuted).toBe(true);
    devices.setMicrophone(true);
    await settle();
    expect(devices.view.isTalkingWhileMuted).toBe(false);
  });

  it('are all released', async () => {
    devices.setMicrophone(false);
    devices.shareScreen();
    await settle();
    devices.close();
    expect(world.platform.openTracks).toEqual([]);
    expect(world.platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    expect(world.errors).toEqual([]);
  });
});

describe('the screen of a person in a room', () => {
  it('is shown until they stop it, here or in the browser', async () => {
    devices.shareScreen();
    await settle();
    expect(devices.view.screen).toEqual({ status: 'on', audio: true });
    devices.stopSharing();
    expect(devices.view.screen.status).toBe('off');
    devices.shareScreen();
    await settle();
    world.platform.openTracks.find(({ deviceId }) => deviceId === 'screen-video')?.end();
    expect(devices.view.screen.status).toBe('off');
    expect(world.sharing).toBe(false);
  });

  it('can be shown again by one click after a reload that ended it', async () => {
    devices.shareScreen();
    await settle();
    await start(); // without `close`: a reload ends everything at once
    expect(devices.view).toMatchObject({ canShareAgain: true, screen: { status: 'off' } });
    devices.shareScreen();
    await settle();
    expect(devices.view).toMatchObject({ canShareAgain: false, screen: { status: 'on' } });
  });

  it('is not offered again once the person declined, stopped it or left', async () => {
    world.sharing = true;
    await start();
    devices.dismiss('canShareAgain');
    expect([devices.view.canShareAgain, world.sharing]).toEqual([false, false]);
    devices.shareScreen();
    await settle();
    devices.close();
    expect(world.sharing).toBe(false);
  });
});
