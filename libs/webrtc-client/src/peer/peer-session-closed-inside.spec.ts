import { describe, expect, it } from '@jest/globals';
import { channelPair, FakeNetwork, fakePlatform, ManualClock } from '../testing';
import { PeerSession } from './peer-session';
import type { PeerSessionEvents } from './peer-session-options';

const EVENTS = ['state', 'channel', 'healing', 'healed'] as const satisfies (keyof PeerSessionEvents)[];

function describeEvent(payload: PeerSessionEvents[(typeof EVENTS)[number]]): string {
  return typeof payload === 'object' ? payload.step : String(payload);
}

/** A call whose path is lost until a second connection finds one; `closer` closes its session at that event. */
async function closedAt(closer: 'a' | 'b', moment: string, { mended = true } = {}) {
  const clock = new ManualClock();
  const network = new FakeNetwork();
  const wire = channelPair({ clock, delayMs: () => 50 });
  const log: string[] = [];
  const side = (name: 'a' | 'b') => {
    const platform = fakePlatform({ clock, network });
    return { platform, session: new PeerSession({ polite: name === 'b', signaling: wire[name], platform }) };
  };
  const sides = { b: side('b'), a: side('a') };
  await clock.advance(1_000);
  const { session } = sides[closer];
  for (const event of EVENTS) {
    session.on(event, (payload) => {
      log.push(`${event} ${describeEvent(payload)}`);
      if (log.at(-1) === moment) session.close();
    });
  }
  network.cut('failed');
  await clock.advance(3_900);
  if (mended) network.mend();
  await clock.advance(60_000);
  const other = closer === 'a' ? sides.b : sides.a;
  other.session.close();
  await clock.advance(60_000);
  return { ...sides[closer], clock, log };
}

describe('PeerSession, closed inside one of its own events', () => {
  it.each([
    ['a', 'state reconnecting'],
    ['a', 'healing restart-ice'],
    ['a', 'healing reconnect'],
    ['a', 'channel false'],
    ['b', 'channel false'],
    ['a', 'healed reconnect'],
    ['a', 'state connected'],
    ['b', 'state connected'],
    ['a', 'state failed', { mended: false }],
    ['a', 'healing retry', { mended: false }],
    ['b', 'state failed', { mended: false }],
  ] as const)('stays closed and leaves nothing behind: %s at "%s"', async (closer, moment, options = undefined) => {
    const { session, platform, clock, log } = await closedAt(closer, moment, options);
    expect(log.filter((line) => line === moment)).toHaveLength(1);
    expect(log.slice(log.indexOf(moment) + 1).filter((line) => line !== 'channel false')).toEqual(['state closed']);
    expect(session.state).toBe('closed');
    expect(clock.pending).toBe(0);
    expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
  });
});
