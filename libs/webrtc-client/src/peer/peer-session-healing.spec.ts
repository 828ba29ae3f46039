import { describe, expect, it } from '@jest/globals';
import { LocalMedia } from '../media/local-media';
import { channelPair, FakeNetwork, fakePlatform, ManualClock } from '../testing';
import { PeerSession } from './peer-session';

const TURN = { urls: ['turn:turn.example'], username: 'u', credential: 'c' };

async function connected({ iceServers = [] as RTCIceServer[] } = {}) {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const wire = channelPair({ clock, delayMs: () => 50, copies: () => world.copies });
  const world = { copies: 1 };
  const side = async (name: 'a' | 'b') => {
    const platform = fakePlatform({ clock, network });
    const media = new LocalMedia({ platform });
    await media.open();
    const log: string[] = [];
    const session = new PeerSession({
      polite: name === 'b',
      signaling: wire[name],
      platform,
      media,
      iceServers,
      channels: [{ label: 'notes' }],
    });
    session.on('state', (state) => log.push(state));
    session.on('error', ({ reason }) => log.push(`error ${reason}`));
    session.on('healing', ({ step, cause }) => log.push(`${step} (${cause})`));
    session.on('healed', ({ step, afterMs }) => log.push(`healed by ${step} after ${afterMs}`));
    return { platform, session, media, log };
  };
  const [b, a] = [await side('b'), await side('a')];
  await clock.advance(1_000);
  for (const { log } of [a, b]) log.length = 0;
  return { a, b, clock, network, wire, world };
}

describe('PeerSession, when the path is dead and the browser has not noticed', () => {
  it('notices within 2 s by its own heart beat, on both sides, and restarts ICE', async () => {
    const { a, b, clock, network } = await connected();
    network.silence();
    network.mend();
    await clock.advance(2_000);
    expect([a.session.state, b.session.state]).toEqual(['reconnecting', 'reconnecting']);
    await clock.advance(1_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect(a.log).toEqual([
      'reconnecting',
      'restart-ice (path-lost)',
      expect.stringMatching(/^healed by restart-ice after \d+$/),
      'connected',
    ]);
    expect(b.log).toEqual(['reconnecting', 'connected']);
  });

  it('asks after a sleep, and does not wait for two more seconds', async () => {
    const { a, clock, network } = await connected();
    network.silence();
    a.platform.wake();
    await clock.advance(1_000);
    expect(a.session.state).toBe('reconnecting');
  });
});

describe('PeerSession, when a restart does not help', () => {
  it('makes a new connection with the same tracks and channels', async () => {
    const { a, b, clock, network } = await connected();
    const remote = b.session.remoteStream;
    const got: unknown[] = [];
    b.session.channel('notes').on('message', (data) => got.push(data));
    network.cut('failed');
    await clock.advance(3_900);
    network.mend();
    await clock.advance(400);
    expect(a.log.filter((line) => !line.startsWith('healed'))).toEqual([
      'reconnecting',
      'restart-ice (path-lost)',
      'reconnect (path-lost)',
      'connected',
    ]);
    for (const { platform } of [a, b]) {
      expect(platform.connections.map(({ closed }) => closed)).toEqual([true, false]);
      expect(platform.connections[1]?.getTransceivers().map(({ sender }) => sender.track?.kind ?? null)).toEqual([
        'audio',
        'video',
        null,
        null,
      ]);
    }
    expect(b.session.remoteStream).toBe(remote);
    expect(remote.getTracks()).toHaveLength(2);
    expect(a.session.channel('notes').send('still here')).toBe(true);
    expect(b.session.send('me too')).toBe(true);
    await clock.advance(10);
    expect(got).toEqual(['still here']);
  });

  it('does so for the polite side, which can only ask, once however often it asks', async () => {
    const { a, b, clock, network, wire, world } = await connected();
    network.silence();
    network.mend();
    await clock.advance(1_600);
    world.copies = 2;
    wire.b.send({ type: 'renew', connection: 1 });
    await clock.advance(1_000);
    expect(a.platform.connections).toHaveLength(2);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
  });

  it('goes through the relay alone in the end, then says that it failed and keeps trying', async () => {
    const { a, b, clock, network } = await connected({ iceServers: [TURN] });
    network.cut('failed');
    await clock.advance(60_000);
    expect(a.session.state).toBe('failed');
    expect(b.session.state).toBe('failed');
    expect(a.platform.connections.map(({ config }) => config.iceTransportPolicy).slice(0, 4)).toEqual([
      'all',
      'all',
      'relay',
      'all',
    ]);
    network.mend();
    await clock.advance(60_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect(a.log.at(-2)).toMatch(/^healed by retry/);
  });

  it('keeps the connection while signaling is down, and restarts once it is back', async () => {
    const { a, b, clock, network, world } = await connected();
    world.copies = 0;
    network.silence();
    network.mend();
    await clock.advance(15_000);
    expect(a.platform.connections).toHaveLength(1);
    world.copies = 1;
    await clock.advance(10_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect(a.platform.connections).toHaveLength(1);
  });
});

describe('PeerSession, fed with signals of other connections', () => {
  it('drops those of an earlier one, keeps early candidates, refuses what its side never does', async () => {
    const { a, b, clock, wire } = await connected();
    wire.a.send({
      type: 'candidate',
      connection: 2,
      candidate: { candidate: 'candidate:early', usernameFragment: 'x' },
    });
    wire.b.send({ type: 'candidate', connection: 7, candidate: null });
    wire.a.send({ type: 'renew', connection: 1 });
    await clock.advance(100);
    expect(a.log).toEqual(['error signal-invalid']);
    expect(b.log).toEqual(['error signal-invalid']);
    for (const connection of [-1, 1.5, '1', undefined, Number.NaN]) {
      wire.a.send({ type: 'candidate', connection: connection as number, candidate: null });
    }
    await clock.advance(100);
    expect(b.log).toHaveLength(6);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect(b.platform.connections).toHaveLength(1);
  });
});

describe('PeerSession.setConfiguration', () => {
  it('keeps them for the next connection when the one in use was closed', async () => {
    const { a, clock } = await connected({ iceServers: [TURN] });
    const fresh = [{ ...TURN, credential: 'fresh' }];
    a.platform.connections[0]?.close();
    await a.session.setConfiguration({ iceServers: fresh });
    await clock.advance(5_000);
    expect(a.platform.connections[1]?.config.iceServers).toEqual(fresh);
    expect(a.log.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('tells when the browser refuses them, and keeps the former ones', async () => {
    const { a, clock, network } = await connected({ iceServers: [TURN] });
    const [connection] = a.platform.connections;
    if (connection) {
      connection.setConfiguration = () => {
        throw new SyntaxError('no such scheme');
      };
    }
    await a.session.setConfiguration({ iceServers: [{ urls: 'nonsense:' }] });
    expect(a.log).toEqual(['error configuration-invalid']);
    network.cut('failed');
    await clock.advance(5_000);
    expect(a.platform.connections[1]?.config.iceServers).toEqual([TURN]);
  });

  it('gives fresh credentials to the connection and to every later one', async () => {
    const { a, clock, network } = await connected({ iceServers: [TURN] });
    const fresh = [{ ...TURN, credential: 'fresh' }];
    await a.session.setConfiguration({ iceServers: fresh });
    expect(a.platform.connections[0]?.config.iceServers).toEqual(fresh);
    network.cut('failed');
    await clock.advance(5_000);
    expect(a.platform.connections[1]?.config.iceServers).toEqual(fresh);
  });
});
