import { describe, expect, it } from '@jest/globals';
import { channelPair, FakeNetwork, fakePlatform, ManualClock } from '../testing';
import { PeerSession } from './peer-session';

async function connected() {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const wire = channelPair({ clock, delayMs: () => 50 });
  const side = (name: 'a' | 'b') => {
    const platform = fakePlatform({ clock, network });
    return { platform, session: new PeerSession({ polite: name === 'b', signaling: wire[name], platform }) };
  };
  const [b, a] = [side('b'), side('a')];
  await clock.advance(1_000);
  const asks = () => wire.sent.filter(({ message }) => message.type === 'renew').length;
  return { a, b, clock, network, wire, asks };
}

describe('PeerSession, asked for another connection by the polite side', () => {
  it('keeps the one that works: what was asked came late', async () => {
    const { a, b, clock, wire } = await connected();
    wire.b.send({ type: 'renew', connection: 1 });
    await clock.advance(60_000);
    for (const { platform, session } of [a, b]) {
      expect(platform.connections).toHaveLength(1);
      expect(session.state).toBe('connected');
    }
  });

  it('makes one when it does not hear the other side any more', async () => {
    const { a, clock, network, wire } = await connected();
    network.silence();
    await clock.advance(1_600);
    expect(a.session.state).toBe('connected');
    wire.b.send({ type: 'renew', connection: 1 });
    await clock.advance(100);
    expect(a.platform.connections).toHaveLength(2);
  });

  it('makes one when its browser says that the path wavers, whatever it hears', async () => {
    const { a, clock, wire } = await connected();
    a.platform.connections[0]?.setLink('disconnected');
    wire.b.send({ type: 'renew', connection: 1 });
    await clock.advance(100);
    expect(a.platform.connections).toHaveLength(2);
  });

  it('makes one when its own offer is refused, however well the path does', async () => {
    const { a, b, clock } = await connected();
    const [connection] = b.platform.connections;
    if (connection) connection.setRemoteDescription = () => Promise.reject(new Error('refused'));
    a.session.restartIce();
    await clock.advance(5_000);
    expect(a.platform.connections).toHaveLength(2);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
  });

  it('is asked again and again when the path is dead one way, until its browser says so too', async () => {
    const { a, b, clock, network, asks } = await connected();
    network.silence();
    for (const channel of b.platform.connections[0]?.channels ?? []) channel.silent = false;
    await clock.advance(40_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'failed']);
    expect(a.platform.connections).toHaveLength(1);
    const before = asks();
    expect(before).toBeGreaterThanOrEqual(3);
    a.platform.connections[0]?.setLink('disconnected');
    network.mend();
    await clock.advance(40_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
  });
});
