import { describe, expect, it } from '@jest/globals';
import { channelPair, FakeNetwork, fakePlatform, ManualClock } from '../testing';
import { PeerSession } from './peer-session';

async function connected() {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const wire = channelPair({ clock, delayMs: () => 50 });
  const log: string[] = [];
  const side = (name: 'a' | 'b') => {
    const platform = fakePlatform({ clock, network });
    const session = new PeerSession({
      polite: name === 'b',
      signaling: wire[name],
      platform,
    });
    session.on('state', (state) => log.push(`${name} ${state}`));
    session.on('error', ({ reason }) => log.push(`${name} error ${reason}`));
    return { platform, session };
  };
  const [b, a] = [side('b'), side('a')];
  await clock.advance(500);
  const offersBy = (name: 'a' | 'b') =>
    wire.sent.filter(
      ({ from, message }) => from === name && message.type === 'description' && message.description.type === 'offer',
    ).length;
  return { a, b, clock, network, log, offersBy };
}

describe('PeerSession, when the path is lost', () => {
  it('comes back without a restart when the path does within the grace', async () => {
    const { clock, network, log, offersBy } = await connected();
    network.cut();
    await clock.advance(2_000);
    network.mend({ now: true });
    await clock.advance(30_000);
    for (const name of ['a', 'b']) {
      expect(log.filter((line) => line.startsWith(name))).toEqual(
        ['connected', 'reconnecting', 'connected'].map((state) => `${name} ${state}`),
      );
    }
    expect([offersBy('a'), offersBy('b')]).toEqual([1, 0]);
  });

  it('restarts ICE after the grace, the impolite side only, and is connected again', async () => {
    const { a, b, clock, network, offersBy } = await connected();
    network.cut();
    network.mend();
    await clock.advance(2_900);
    expect([a.session.state, b.session.state]).toEqual(['reconnecting', 'reconnecting']);
    await clock.advance(500);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect([offersBy('a'), offersBy('b')]).toEqual([2, 0]);
  });

  it('says nothing of limits that were under way on a connection that was given up', async () => {
    const { a, clock, log } = await connected();
    const [connection] = a.platform.connections;
    let refuse: (error: Error) => void = () => undefined;
    const refused = new Promise<void>((_resolve, reject) => (refuse = reject));
    const [, camera] = connection?.getTransceivers() ?? [];
    if (camera) camera.sender.setParameters = () => refused;
    a.session.setVideoLimits({ active: true, maxBitrate: 100_000, maxFramerate: 15, scaleResolutionDownBy: 2 });
    await clock.advance(10);
    connection?.close();
    await clock.advance(10_000);
    refuse(new DOMException('the connection is closed', 'InvalidStateError'));
    await clock.advance(10);
    expect(a.platform.connections.length).toBeGreaterThan(1);
    expect(log.filter((line) => line.includes('error'))).toEqual([]);
  });

  it('restarts at once when the path has failed', async () => {
    const { a, clock, network } = await connected();
    network.cut('failed');
    network.mend();
    await clock.advance(400);
    expect(a.session.state).toBe('connected');
  });

  it('keeps trying with backoff, then says failed; restartIce tries again', async () => {
    const { a, b, clock, network } = await connected();
    network.cut('failed');
    await clock.advance(120_000);
    expect([a.session.state, b.session.state]).toEqual(['failed', 'failed']);
    network.mend();
    a.session.restartIce();
    expect(a.session.state).toBe('reconnecting');
    await clock.advance(1_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
  });

  it('is connecting, not reconnecting, as long as it never was', async () => {
    const clock = new ManualClock();
    const platform = fakePlatform({ clock });
    const wire = channelPair({ clock });
    const session = new PeerSession({ polite: false, signaling: wire.a, platform });
    await clock.advance(100_000);
    expect(session.state).toBe('connecting');
    session.restartIce();
    platform.changeNetwork();
    expect(session.state).toBe('connecting');
    session.close();
  });

  it('restarts at once when the network changes, on whichever side that is', async () => {
    const { a, b, clock, offersBy } = await connected();
    b.platform.changeNetwork();
    await clock.advance(500);
    expect(offersBy('b')).toBe(1);
    a.platform.changeNetwork();
    b.platform.changeNetwork();
    await clock.advance(2_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
  });

  it('restarts both ways at once without harm', async () => {
    const { a, b, clock, log } = await connected();
    a.session.restartIce();
    b.session.restartIce();
    await clock.advance(30_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect(log.filter((line) => line.includes('error'))).toEqual([]);
  });
});
