import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../testing';
import { ConnectionHealer } from './connection-healer';
import { backoffPolicy } from './reconnect-policy';

function given({ polite = false, canRelay = true, found = true } = {}) {
  const clock = new ManualClock();
  const log: string[] = [];
  const world = { unanswered: false, restartable: true, onStep: (): void => undefined };
  const healer = new ConnectionHealer({
    policy: backoffPolicy({ politeExtraMs: 5_000 }),
    polite,
    clock,
    canRestart: () => world.restartable,
    canRelay: () => canRelay,
    isUnanswered: () => world.unanswered,
    take: (step) => log.push(`${step} at ${clock.now()}`),
    onStep: ({ step, cause, attempt }) => {
      log.push(`${attempt}: ${step}, ${cause}`);
      world.onStep();
    },
    onHealed: ({ step, afterMs }) => log.push(`healed by ${step} after ${afterMs}`),
  });
  if (found) healer.update('up');
  const taken = () => log.filter((line) => line.includes(' at '));
  return { clock, log, taken, healer, world };
}

describe('ConnectionHealer', () => {
  it('leaves a wavering path alone that comes back in time', async () => {
    const { clock, log, healer } = given();
    healer.update('shaky');
    await clock.advance(2_999);
    healer.update('up');
    await clock.advance(60_000);
    expect(log).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('climbs step by step, says that it gave up, and never stops trying', async () => {
    const { clock, taken, healer } = given();
    healer.update('shaky');
    await clock.advance(22_999);
    expect(taken()).toEqual(['restart-ice at 3000', 'reconnect at 7000', 'relay-only at 15000']);
    expect(healer.gaveUp).toBe(false);
    await clock.advance(100_000);
    expect(healer.gaveUp).toBe(true);
    expect(taken().slice(3)).toEqual([23_000, 28_000, 38_000, 58_000, 88_000, 118_000].map((at) => `retry at ${at}`));
  });

  it('gives the first path 15 s once the offer is answered, and no time before', async () => {
    const { clock, taken, healer } = given({ found: false });
    healer.update('idle');
    await clock.advance(100_000);
    healer.update('pending');
    await clock.advance(14_999);
    expect(taken()).toEqual([]);
    await clock.advance(1);
    expect(taken()).toEqual(['restart-ice at 115000']);
    await clock.advance(20_000);
    expect(healer.gaveUp).toBe(true);
    healer.update('up');
    expect(clock.pending).toBe(0);
  });

  it('does not wait for that when the first path is said to have failed, nor cuts it short for the other side', async () => {
    const { clock, log, healer } = given({ found: false });
    healer.update('pending');
    await clock.advance(1_000);
    healer.remoteActed();
    await clock.advance(13_000);
    expect(log).toEqual([]);
    healer.update('down');
    await clock.advance(1_000);
    healer.update('up');
    expect(log.slice(-2)).toEqual(['restart-ice at 14000', 'healed by restart-ice after 1000']);
  });

  it('gives a path as long that the other side began to look for', async () => {
    const { clock, taken, healer } = given();
    healer.update('idle');
    await clock.advance(1_000);
    healer.update('pending');
    await clock.advance(14_000);
    expect(taken()).toEqual(['restart-ice at 15000']);
    expect(healer.gaveUp).toBe(false);
    await clock.advance(8_000);
    expect(healer.gaveUp).toBe(true);
  });

  it('leaves the relay out where there is none', async () => {
    const { clock, taken, healer } = given({ canRelay: false });
    healer.update('down');
    await clock.advance(12_000);
    expect(taken()).toEqual(['restart-ice at 0', 'reconnect at 4000', 'retry at 12000']);
  });

  it('replaces at once a connection that was closed', async () => {
    const { clock, taken, healer, world } = given({ polite: true });
    world.restartable = false;
    healer.update('down');
    healer.remoteActed();
    await clock.advance(5_000);
    expect(taken()).toEqual(['reconnect at 5000']);
  });

  it('does not throw a connection away while nobody answers: then signaling is down', async () => {
    const { clock, taken, healer, world } = given();
    world.unanswered = true;
    healer.update('down');
    await clock.advance(20_000);
    expect(taken()).toEqual(['restart-ice at 0']);
    world.unanswered = false;
    await clock.advance(1_000);
    expect(taken().at(-1)).toBe('reconnect at 21000');
  });

  it('does so in the end, for the other side may have lost all memory', async () => {
    const { clock, taken, healer, world } = given();
    world.unanswered = true;
    healer.update('down');
    await clock.advance(24_000);
    expect(taken()).toEqual(['restart-ice at 0', 'reconnect at 24000']);
  });

  it('starts at once for a lost path, and only once when it goes from wavering to lost', async () => {
    const { clock, taken, healer } = given();
    healer.update('shaky');
    await clock.advance(1_000);
    healer.update('down');
    await clock.advance(0);
    healer.update('pending');
    healer.update('down');
    await clock.advance(500);
    expect(taken()).toEqual(['restart-ice at 1000']);
  });

  it('tells every step with its cause, and how long it took since trouble was noticed', async () => {
    const { clock, log, healer } = given();
    await clock.advance(1_000);
    healer.update('down');
    await clock.advance(4_500);
    healer.update('up');
    expect(log).toEqual([
      '1: restart-ice, path-lost',
      'restart-ice at 1000',
      '2: reconnect, path-lost',
      'reconnect at 5000',
      'healed by reconnect after 4500',
    ]);
    healer.update('down');
    await clock.advance(0);
    expect(log.at(-2)).toBe('1: restart-ice, path-lost');
  });

  it('lets the impolite peer start: the polite one waits, and longer when it sees the other at work', async () => {
    const { clock, taken, healer } = given({ polite: true });
    healer.update('down');
    await clock.advance(4_000);
    healer.remoteActed();
    await clock.advance(12_999);
    expect(taken()).toEqual([]);
    await clock.advance(1);
    expect(taken()).toEqual(['restart-ice at 17000']);
    healer.remoteActed();
    await clock.advance(12_999);
    expect(taken()).toHaveLength(1);
  });

  it('does not let the polite peer hold the impolite one back, but for its first step', async () => {
    const { clock, taken, healer } = given();
    healer.update('shaky');
    await clock.advance(2_000);
    healer.remoteActed();
    await clock.advance(4_000);
    expect(taken()).toEqual(['restart-ice at 6000']);
    healer.remoteActed();
    await clock.advance(4_000);
    expect(taken().at(-1)).toBe('reconnect at 10000');
  });

  it('does not start waiting because of an offer while all is well', async () => {
    const { clock, log, healer } = given();
    healer.remoteActed();
    await clock.advance(60_000);
    expect(log).toEqual([]);
  });

  it('starts at once on a change of network, polite or not, but once a burst', async () => {
    const { clock, taken, healer } = given({ polite: true });
    healer.networkChanged();
    healer.networkChanged();
    await clock.advance(1_000);
    healer.networkChanged();
    expect(taken()).toEqual(['restart-ice at 0', 'restart-ice at 1000']);
    await clock.advance(60_000);
    expect(taken()).toHaveLength(2);
    expect(clock.pending).toBe(0);
  });

  it('starts from the first step when told to, also after giving up', async () => {
    const { clock, log, healer } = given();
    healer.update('down');
    await clock.advance(30_000);
    expect(healer.gaveUp).toBe(true);
    healer.startNow('requested');
    expect(healer.gaveUp).toBe(false);
    expect(log.slice(-2)).toEqual(['1: restart-ice, requested', 'restart-ice at 30000']);
  });

  it('takes no step any more once it was closed, not even the one it just told', async () => {
    const { clock, log, healer, world } = given();
    world.onStep = () => healer.close();
    healer.startNow('requested');
    expect(log).toEqual(['1: restart-ice, requested']);
    healer.startNow('requested');
    healer.networkChanged();
    expect(log).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('stops its timer when closed', async () => {
    const { clock, log, healer } = given();
    healer.update('shaky');
    healer.close();
    await clock.advance(60_000);
    expect(log).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
