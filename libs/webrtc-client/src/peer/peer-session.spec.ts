import { describe, expect, it, jest } from '@jest/globals';
import { LocalMedia } from '../media/local-media';
import { channelPair, FakeNetwork, fakePlatform, ManualClock, settle } from '../testing';
import { PeerSession } from './peer-session';
import type { PeerSessionError } from './peer-session-error';
import type { PeerSessionOptions } from './peer-session-options';

async function call({ media: [openA, openB] = [true, true] }: { media?: [boolean, boolean] } = {}) {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const wire = channelPair({ clock });
  const errors: PeerSessionError[] = [];
  const side = async (open: boolean, options: Pick<PeerSessionOptions, 'polite' | 'signaling'>) => {
    const platform = fakePlatform({ clock, network });
    const media = new LocalMedia({ platform });
    if (open) await media.open();
    const session = new PeerSession({ ...options, media, platform });
    session.on('error', (error) => errors.push(error));
    return { platform, media, session, connection: () => only(platform.connections) };
  };
  const b = await side(openB, { polite: true, signaling: wire.b });
  const a = await side(openA, { polite: false, signaling: wire.a });
  const descriptions = () =>
    wire.sent.flatMap(({ from, message }) =>
      message.type === 'description' ? `${from} ${message.description.type}` : [],
    );
  await clock.advance(10);
  return { a, b, clock, network, wire, errors, descriptions };
}

function only<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('there is none');
  return one;
}

describe('PeerSession', () => {
  it('connects with one offer and one answer, everything in it', async () => {
    const { a, b, descriptions, errors } = await call();
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect([a.session.canSend, b.session.canSend]).toEqual([true, true]);
    expect(descriptions()).toEqual(['a offer', 'b answer']);
    expect(a.connection().localDescription?.sdp.match(/^m=\w+/gm)).toEqual([
      'm=audio',
      'm=video',
      'm=video',
      'm=audio',
      'm=application',
    ]);
    expect(a.connection().config).toMatchObject({ bundlePolicy: 'max-bundle', iceTransportPolicy: 'all' });
    for (const { connection, session } of [a, b]) {
      expect(connection().getTransceivers()).toHaveLength(4);
      expect(
        connection()
          .getTransceivers()
          .map(({ currentDirection }) => currentDirection),
      ).toEqual(Array(4).fill('sendrecv'));
      expect(session.remoteScreen.getTracks()).toHaveLength(2);
      expect(session.remoteStream.getTracks()).toHaveLength(2);
    }
    expect(errors).toEqual([]);
  });

  it('receives both media without having any device', async () => {
    const { a, b, descriptions } = await call({ media: [false, false] });
    for (const { session, connection } of [a, b]) {
      expect(session.remoteStream.getTracks()).toHaveLength(2);
      expect(
        connection()
          .getTransceivers()
          .map(({ sender }) => sender.track),
      ).toEqual([null, null, null, null]);
      expect(session.remoteMedia).toEqual({ microphone: false, camera: false, screen: false });
    }
    expect(descriptions()).toHaveLength(2);
  });

  it('tells the other side what is on, at once and at every change, without a negotiation', async () => {
    const { a, b, clock, descriptions } = await call();
    const told = jest.fn();
    b.session.on('remote-media', told);
    expect(b.session.remoteMedia).toEqual({ microphone: true, camera: true, screen: false });
    await a.media.setMicrophone(false);
    await a.media.setCamera(false);
    await clock.advance(10);
    expect(told.mock.calls).toEqual([
      [{ microphone: false, camera: true, screen: false }],
      [{ microphone: false, camera: false, screen: false }],
    ]);
    expect(a.connection().getTransceivers()[1]?.sender.track).toBeNull();
    await a.media.setCamera(true);
    await clock.advance(10);
    expect(a.connection().getTransceivers()[1]?.sender.track).toBe(a.media.stream.getVideoTracks()[0]);
    expect(descriptions()).toEqual(['a offer', 'b answer']);
  });

  it('stops sending an unplugged camera and says so', async () => {
    const { a, b } = await call();
    a.platform.openTracks.find(({ kind }) => kind === 'video')?.end();
    await settle();
    expect(a.connection().getTransceivers()[1]?.sender.track).toBeNull();
    expect(b.session.remoteMedia).toEqual({ microphone: true, camera: false, screen: false });
  });

  it('carries application messages both ways and says when the channel opens and closes', async () => {
    const { a, b } = await call();
    const log: unknown[] = [];
    b.session.on('message', (data) => log.push(data));
    b.session.on('channel', (open) => log.push(open));
    expect(a.session.send('안녕')).toBe(true);
    await settle();
    a.session.close();
    await settle();
    expect(log).toEqual(['안녕', false]);
    expect([a.session.send('x'), b.session.send('x'), b.session.canSend]).toEqual([false, false, false]);
  });

  it('raises an error for hostile control messages and goes on', async () => {
    const { a, b, errors } = await call();
    b.connection().channels[0]?.send('{"__proto__":{"type":"media"}}');
    await settle();
    expect(errors).toMatchObject([{ reason: 'control-message-invalid' }]);
    expect(a.session.state).toBe('connected');
  });

  it('tells of every remote track once', async () => {
    const { a, b, clock } = await call();
    const tracks = jest.fn();
    a.session.on('remote-track', tracks);
    b.connection().addTransceiver('audio');
    await clock.advance(10);
    expect(tracks).toHaveBeenCalledTimes(1);
    expect(a.session.remoteStream.getTracks()).toHaveLength(3);
  });

  it('gives the connection’s statistics', async () => {
    const { a } = await call();
    const stats = await a.session.getStats();
    expect(stats.get('transport')).toMatchObject({ connectionState: 'connected' });
  });

  it('throws a typed error when the browser refuses the ICE servers', () => {
    const cause = new SyntaxError('bad url');
    const platform = fakePlatform();
    platform.createPeerConnection = () => {
      throw cause;
    };
    const { a: signaling } = channelPair({ clock: platform.clock });
    expect(() => new PeerSession({ polite: false, signaling, platform, iceServers: [{ urls: 'nonsense' }] })).toThrow(
      expect.objectContaining({ reason: 'configuration-invalid', cause }),
    );
    expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
  });

  it('hands relay-only and the servers to the browser', () => {
    const platform = fakePlatform();
    const { a: signaling } = channelPair({ clock: platform.clock });
    const iceServers = [{ urls: 'turn:turn.example', username: 'u', credential: 'c' }];
    new PeerSession({ polite: true, signaling, platform, iceServers, iceTransportPolicy: 'relay' }).close();
    expect(platform.connections[0]?.config).toMatchObject({ iceServers, iceTransportPolicy: 'relay' });
  });
});

describe('PeerSession.close', () => {
  it('releases connection, channels, listeners and timers, but not the devices; once', async () => {
    const { a, b, clock, wire } = await call();
    const states: string[] = [];
    a.session.on('state', (state) => states.push(state));
    a.session.close();
    a.session.close();
    a.session.restartIce();
    b.session.close();
    await clock.advance(60_000);
    expect(states).toEqual(['closed']);
    expect(a.session.remoteStream.getTracks()).toEqual([]);
    expect(a.platform.openTracks).toHaveLength(2);
    for (const { platform, media } of [a, b]) {
      media.close();
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
    const sent = wire.sent.length;
    wire.b.send({ type: 'candidate', connection: 0, candidate: null });
    await clock.advance(10);
    expect(wire.sent).toHaveLength(sent + 1);
  });

  it('in the middle of the first negotiation leaves nothing behind and raises nothing', async () => {
    const clock = new ManualClock();
    for (let turns = 0; turns < 40; turns += 1) {
      const wire = channelPair({ clock });
      const platform = fakePlatform({ clock, network: new FakeNetwork() });
      const errors = jest.fn();
      const sessions = [
        new PeerSession({ polite: true, signaling: wire.b, platform }),
        new PeerSession({ polite: false, signaling: wire.a, platform }),
      ];
      for (const session of sessions) session.on('error', errors);
      for (let turn = 0; turn < turns; turn += 1) {
        await Promise.resolve();
        if (turn % 10 === 9) await clock.advance(0);
      }
      for (const session of sessions) session.close();
      await clock.advance(60_000);
      expect(errors).not.toHaveBeenCalled();
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
  });
});
