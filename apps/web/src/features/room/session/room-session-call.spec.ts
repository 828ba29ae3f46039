import { beforeEach, describe, expect, it } from '@jest/globals';
import { settled } from './testing/fake-room-connection';
import { peerOf, RoomWorld } from './testing/room-world';

let world: RoomWorld;
beforeEach(() => {
  world = new RoomWorld();
});

const snapshot = () => world.session.getSnapshot();

describe('a room whose call would show addresses that it should hide', () => {
  beforeEach(() => {
    world.iceAnswer = { ...world.iceAnswer, transportPolicy: 'relay', relayMissing: true };
  });

  it('calls nobody before the person agreed, and misses nobody meanwhile', async () => {
    await world.enter([peerOf('a')]);
    expect(snapshot()).toMatchObject({ phase: 'joining', needsConsent: true, peers: [] });
    world.session.agreeToDirect();
    await settled();
    expect(snapshot()).toMatchObject({ phase: 'joined', needsConsent: false });
    expect(world.call('a').options.iceTransportPolicy).toBe('all');
    expect(world.agreed).toBe(true);
  });

  it('does not ask again after a reload', async () => {
    world.agreed = true;
    await world.enter([peerOf('a')]);
    expect(snapshot()).toMatchObject({ phase: 'joined', needsConsent: false });
  });

  it('asks nothing where there is a relay, and goes through it alone', async () => {
    world.iceAnswer = { ...world.iceAnswer, relayMissing: false };
    await world.enter([peerOf('a')]);
    expect(world.call('a').options.iceTransportPolicy).toBe('relay');
  });
});

describe('what a room knows of its call', () => {
  it('is what is being done about a lost path, until it is there again', async () => {
    await world.enter([peerOf('a')]);
    world.call('a').emit('healing', { step: 'reconnect', cause: 'path-lost', attempt: 2 });
    expect(snapshot().peers[0]?.healing).toBe('reconnect');
    world.call('a').emit('healed', { step: 'reconnect', afterMs: 900 });
    expect(snapshot().peers[0]?.healing).toBeNull();
  });

  it('brings fresh credentials to a running call', async () => {
    world.iceAnswer = { ...world.iceAnswer, expiresAt: '2026-11-21T09:00:00.000Z' };
    await world.enter([peerOf('a')]);
    world.iceAnswer = { ...world.iceAnswer, iceServers: [{ urls: ['stun:fresh'] }], expiresAt: null };
    world.fireTimers();
    await settled();
    expect(world.call('a').configuration).toEqual({
      iceServers: [{ urls: ['stun:fresh'] }],
      iceTransportPolicy: 'all',
    });
  });

  it('is what its line is like', async () => {
    await world.enter([peerOf('a')]);
    expect(snapshot().peers[0]?.quality).toMatchObject({ felt: { level: 'good' }, sent: 'full', samples: [] });
    await world.platform.clock.advance(2_000);
    expect(snapshot().peers[0]?.quality.samples).toHaveLength(1);
  });

  it('is that the safety code is another one than before, which within one call means trouble', async () => {
    await world.enter([peerOf('a')]);
    world.call('a').tellCode(['1111', '2222', '3333']);
    expect(snapshot().peers[0]).toMatchObject({ safetyCode: { status: 'ready' }, safetyCodeChanged: false });
    world.call('a').tellCode(['1111', '2222', '3333']);
    expect(snapshot().peers[0]?.safetyCodeChanged).toBe(false);
    world.call('a').tellCode(['4444', '5555', '6666']);
    expect(snapshot().peers[0]?.safetyCodeChanged).toBe(true);
  });

  it('is the screen of the other side, while it is shown', async () => {
    await world.enter([peerOf('a')]);
    const call = world.call('a');
    expect(snapshot().peers[0]?.screen).toBeNull();
    call.remoteMedia = { microphone: true, camera: true, screen: true };
    call.emit('remote-media', call.remoteMedia);
    expect(snapshot().peers[0]?.screen).toBe(call.remoteScreen);
  });
});

describe('what the person does in a room', () => {
  it('is seen in the room: a device turned off, a screen shown', async () => {
    await world.enter([peerOf('a')]);
    world.session.devices.setMicrophone(false);
    world.session.devices.shareScreen();
    await settled();
    expect(snapshot().local).toMatchObject({ state: { microphone: { status: 'off' } }, screen: { status: 'on' } });
    expect(world.call('a').options.screen?.state.status).toBe('on');
    world.session.leave();
    expect(snapshot().local).toBeNull();
    expect(world.platform.openTracks).toEqual([]);
  });

  it('saves data in every call, now and after a reload', async () => {
    await world.enter([peerOf('a')]);
    await settled();
    const before = world.call('a').limits.at(-1)?.maxBitrate ?? 0;
    world.session.setDataSaver(true);
    expect(world.call('a').limits.at(-1)?.maxBitrate).toBeLessThan(before);
    expect(snapshot().dataSaver).toBe(true);
    expect(world.visit(world.peerId).getSnapshot().dataSaver).toBe(true);
  });

  it('leaves nothing running behind', async () => {
    await world.enter([peerOf('a')]);
    await settled();
    world.session.leave();
    await settled();
    expect(world.platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
  });
});

describe('what a room tells the server of its call', () => {
  const told = () =>
    world.connection.named('call:report').map(({ payload }) => (payload as { fact: { type: string } }).fact);

  it('is how it began, how it is and what was done about it, and that the person left, before the seat is given up', async () => {
    await world.enter([peerOf('a')]);
    world.call('a').become('connected');
    world.call('a').emit('healing', { step: 'restart-ice', cause: 'path-lost', attempt: 1 });
    await world.platform.clock.advance(22_000);
    world.session.leave();
    expect(told().map(({ type }) => type)).toEqual(['connected', 'healing', 'figures', 'left']);
    const names = world.connection.sent.map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['call:report', 'room:leave']);
  });

  it('is a device that is not there, once', async () => {
    world.platform.devices.microphone = 'NotReadableError';
    await world.enter([peerOf('a')]);
    await settled();
    expect(told()).toEqual([{ type: 'media-problem', device: 'microphone', problem: 'in-use' }]);
  });
});
