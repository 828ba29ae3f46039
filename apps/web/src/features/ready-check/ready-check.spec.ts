import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import { CheckWorld } from './testing/check-world';

let world: CheckWorld;
beforeEach(() => {
  world = new CheckWorld();
});
afterEach(() => world.check.close());

const status = () =>
  Object.fromEntries(
    Object.entries(world.state.steps).map(([name, step]) => [
      name,
      step.reason === null ? step.status : `${step.status}: ${step.reason}`,
    ]),
  );

describe('a ready check', () => {
  it('is done once the microphone was heard, the camera is open and the connection works', async () => {
    await world.start();
    expect(world.state.phase).toBe('checking');
    expect(status()).toMatchObject({ permission: 'ok', camera: 'ok', microphone: 'running', connection: 'running' });
    await world.answerConnection({ status: 'ok', reason: null });
    world.speak();
    expect(status()).toMatchObject({ microphone: 'ok', connection: 'ok', echo: 'waiting', speaker: 'waiting' });
    expect(world.state.phase).toBe('done');
    expect(world.state.findings).toEqual({ microphone: true, camera: true, relay: 'works' });
  });

  it('asks the browser and tries the connection at the same time', async () => {
    world.platform.devices.microphone = 'NotAllowedError';
    void world.check.start({ camera: true });
    expect(world.state.phase).toBe('asking');
    expect(status()).toMatchObject({ permission: 'running', connection: 'running' });
    await settle();
  });

  it('has an outcome for everything twenty seconds after the permission, whatever does not answer', async () => {
    await world.start();
    await world.platform.clock.advance(20_000);
    expect(status()).toMatchObject({ microphone: 'warning: silent', camera: 'ok', connection: 'warning: slow' });
    expect(world.state.phase).toBe('done');
  });

  it('takes a microphone that speaks up late, and one that is skipped', async () => {
    await world.start();
    await world.platform.clock.advance(8_000);
    expect(status().microphone).toBe('warning: silent');
    world.speak();
    expect(status().microphone).toBe('ok');
    await world.start();
    world.check.skipMicrophone();
    expect(status().microphone).toBe('skipped');
    world.check.listenAgain();
    expect(status().microphone).toBe('running');
  });

  it('does not take one crackle for a voice, and tells the level all the same', async () => {
    const levels: number[] = [];
    world.check.onLevel((level) => levels.push(level));
    await world.start();
    for (const level of [0.5, 0.001, 0.5, 0]) world.hear(level);
    expect(status().microphone).toBe('running');
    expect(levels).toEqual([0.5, 0.001, 0.5, 0]);
  });

  it('goes on without a camera: one that is not there fails alone, one not wanted is skipped and not asked for', async () => {
    world.platform.devices.camera = 'NotFoundError';
    await world.start();
    expect(status()).toMatchObject({ permission: 'ok', microphone: 'running', camera: 'failed: not-found' });
    world = new CheckWorld();
    await world.start({ camera: false });
    expect(status()).toMatchObject({ permission: 'ok', camera: 'skipped' });
    expect(world.platform.asked.every(({ video }) => video === undefined)).toBe(true);
    expect(world.choices.camera).toBe(false);
  });

  it('tells a refusal of the browser from a device that fails, and asks again when told to', async () => {
    Object.assign(world.platform.devices, { microphone: 'NotAllowedError', camera: 'NotAllowedError' });
    await world.start();
    await world.answerConnection({ status: 'ok', reason: 'direct-only' });
    expect(status()).toMatchObject({
      permission: 'failed: permission-denied',
      microphone: 'failed: permission-denied',
      camera: 'failed: permission-denied',
    });
    expect(world.state.findings).toEqual({ microphone: false, camera: false, relay: 'none' });
    Object.assign(world.platform.devices, { microphone: 'ok', camera: 'NotReadableError' });
    await world.check.retryDevices();
    expect(status()).toMatchObject({ permission: 'ok', microphone: 'running', camera: 'failed: in-use' });
  });

  it('warns when only one of both is allowed', async () => {
    world.platform.devices.camera = 'NotAllowedError';
    await world.start();
    expect(status()).toMatchObject({ permission: 'warning: permission-denied', microphone: 'running' });
  });
});

describe('the devices of a ready check', () => {
  const listed = [
    { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in', groupId: '1' },
    { kind: 'audioinput', deviceId: 'headset', label: 'Headset', groupId: '2' },
    { kind: 'videoinput', deviceId: 'webcam', label: 'Webcam', groupId: '3' },
  ] as const;

  it('can be chosen, are remembered, and another microphone has to be heard, too', async () => {
    world.platform.listed = [...listed];
    await world.start();
    world.speak();
    expect(status().microphone).toBe('ok');
    await world.check.selectDevice('microphone', 'headset');
    expect(world.choices.microphoneId).toBe('headset');
    expect(status().microphone).toBe('running');
    world.speak();
    expect(status().microphone).toBe('ok');
    world.check.selectSpeaker('loud');
    expect(world.choices.speakerId).toBe('loud');
  });

  it('are those chosen before', async () => {
    world.platform.listed = [...listed];
    world.choices = { ...world.choices, microphoneId: 'headset' };
    await world.start();
    expect(world.state.devices.inUse.microphone?.label).toBe('Headset');
  });

  it('go on as they are when another one does not open', async () => {
    world.platform.listed = [...listed];
    world.platform.devices.failing.set('headset', 'NotReadableError');
    await world.start();
    world.speak();
    await world.check.selectDevice('microphone', 'headset');
    expect(world.state.notSwitched).toEqual({ name: 'microphone', problem: 'in-use' });
    expect(status().microphone).toBe('ok');
    expect(world.choices.microphoneId).toBeUndefined();
  });

  it('count as gone once unplugged', async () => {
    world.platform.listed = [listed[0], listed[2]];
    await world.start();
    world.platform.unplug('built-in');
    await settle();
    expect(status().microphone).toBe('failed: not-found');
  });

  it('are all released when the check is closed, also while the browser still asks', async () => {
    await world.start();
    world.check.close();
    expect(world.platform.openTracks).toEqual([]);
    expect(world.platform.leaks).toMatchObject({ timers: 0, listeners: 0 });
    expect(world.listeners).toBe(0);
    world = new CheckWorld();
    const started = world.check.start({ camera: true });
    world.check.close();
    await started;
    await settle();
    expect(world.platform.openTracks).toEqual([]);
    expect(world.listeners).toBe(0);
  });

  it('lose the camera when the person turns it off', async () => {
    await world.start();
    await world.check.setCamera(false);
    expect(status().camera).toBe('skipped');
    expect(world.platform.openTracks.map(({ kind }) => kind)).toEqual(['audio']);
    expect(world.choices.camera).toBe(false);
  });
});

describe('the picture of a ready check', () => {
  it('warns as long as it is black; without a camera there is none to look at', async () => {
    await world.start();
    world.check.seePicture('dark');
    expect(status().camera).toBe('warning: dark');
    world.check.seePicture('visible');
    expect(status().camera).toBe('ok');
    await world.check.setCamera(false);
    world.check.seePicture('dark');
    expect(status().camera).toBe('skipped');
  });
});

describe('echo, tone and connection', () => {
  it('plays the tone where the person chose to hear it, and asks whether they did', async () => {
    world.speakers = [{ id: 'loud', label: 'Loud' }];
    await world.start();
    world.check.selectSpeaker('loud');
    const playing = world.check.playTone();
    expect(world.state.speaker).toBe('playing');
    await playing;
    expect(world.tonesAt).toEqual(['loud']);
    expect(world.state.speaker).toBe('asking');
    expect(world.state.steps.speaker.status).toBe('running');
    world.check.answerTone(false);
    expect(status().speaker).toBe('warning: not-heard');
    world.check.answerTone(true);
    expect(status().speaker).toBe('ok');
  });

  it('plays the tone on the system’s speaker while the chosen one is not there', async () => {
    world.choices = { ...world.choices, speakerId: 'unplugged' };
    await world.start();
    await world.check.playTone();
    expect(world.tonesAt).toEqual([undefined]);
  });

  it('says when the browser can neither record nor play', async () => {
    world.sound = 'unsupported';
    await world.start();
    await world.check.playEcho();
    await world.check.playTone();
    expect(status()).toMatchObject({ echo: 'warning: unsupported', speaker: 'warning: failed' });
    world.sound = 'done';
    await world.check.playEcho();
    expect(status().echo).toBe('ok');
  });

  it('forgets the answer of a try that another one followed, and stops one nobody waits for', async () => {
    await world.start();
    const first = world.connections.at(-1);
    void world.check.tryConnection();
    expect(first?.signal.aborted).toBe(true);
    first?.answer({ status: 'failed', reason: 'relay-misconfigured' });
    await settle();
    expect(status().connection).toBe('running');
    await world.answerConnection({ status: 'ok', reason: null });
    expect(status().connection).toBe('ok');
  });

  it('reports what it did not expect and calls the connection unknown', async () => {
    await world.start();
    world.connections.at(-1)?.fail(new Error('unexpected'));
    await settle();
    expect(status().connection).toBe('warning: slow');
    expect(world.errors).toHaveLength(1);
  });
});
