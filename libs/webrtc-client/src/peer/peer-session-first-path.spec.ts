import { describe, expect, it } from '@jest/globals';
import { channelPair, FakeNetwork, fakePlatform, ManualClock } from '../testing';
import { PeerSession } from './peer-session';

const TURN = { urls: 'turn:turn.example', username: 'u', credential: 'c' };

/** Two sides that find each other and no path. */
function withoutPath() {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  network.silence();
  const wire = channelPair({ clock, delayMs: () => 50 });
  const side = (name: 'a' | 'b', ahead = false) => {
    const platform = fakePlatform({ clock, network });
    const log: string[] = [];
    const polite = name === 'b';
    const session = new PeerSession({ polite, ahead, signaling: wire[name], platform, iceServers: [TURN] });
    session.on('state', (state) => log.push(`${state} at ${clock.now()}`));
    session.on('healing', ({ step, cause }) => log.push(`${step} (${cause}) at ${clock.now()}`));
    session.on('error', ({ reason }) => log.push(`error ${reason}`));
    return { platform, session, log };
  };
  return { clock, network, wire, side };
}

describe('PeerSession, when the first connection finds no path', () => {
  it('takes the usual steps after 15 s, says that it failed, and connects once there is a path', async () => {
    const { clock, network, side } = withoutPath();
    const [b, a] = [side('b'), side('a')];
    await clock.advance(39_000);
    expect(a.log).toEqual([
      expect.stringMatching(/^restart-ice \(path-lost\) at 15\d\d\d$/),
      expect.stringMatching(/^reconnect \(path-lost\) at 19\d\d\d$/),
      expect.stringMatching(/^relay-only \(path-lost\) at 27\d\d\d$/),
      expect.stringMatching(/^failed at 35\d\d\d$/),
      expect.stringMatching(/^retry \(path-lost\) at 35\d\d\d$/),
    ]);
    await clock.advance(20_000);
    expect(b.session.state).toBe('failed');
    network.mend();
    await clock.advance(60_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
  });

  it('takes a path that is found in time without a step', async () => {
    const { clock, network, side } = withoutPath();
    const [b, a] = [side('b'), side('a')];
    await clock.advance(14_000);
    network.mend({ now: true });
    await clock.advance(60_000);
    for (const { log } of [a, b]) expect(log).toEqual([expect.stringMatching(/^connected at/)]);
    expect(a.platform.connections).toHaveLength(1);
  });

  it('is not in trouble as long as nobody answered', async () => {
    const { clock, side } = withoutPath();
    const b = side('b');
    await clock.advance(200_000);
    const a = side('a', true);
    b.session.close();
    await clock.advance(200_000);
    expect(a.session.state).toBe('connecting');
    expect(a.log).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('looks for no path before it begins, even when the other side asks for another connection', async () => {
    const { clock, network, wire, side } = withoutPath();
    const b = side('b');
    const a = side('a', true);
    await clock.advance(120_000);
    expect(b.session.state).toBe('failed');
    expect(wire.sent.filter(({ from, message }) => from === 'b' && message.type === 'renew').length).toBeGreaterThan(2);
    expect(a.platform.connections).toHaveLength(1);
    expect(wire.sent.filter(({ from, message }) => from === 'a' && message.type === 'candidate')).toEqual([]);
    network.mend();
    a.session.begin();
    await clock.advance(60_000);
    expect([a.session.state, b.session.state]).toEqual(['connected', 'connected']);
    expect([...a.log, ...b.log].filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
