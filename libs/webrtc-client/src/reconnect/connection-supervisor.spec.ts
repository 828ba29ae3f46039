import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../testing';
import { ConnectionSupervisor } from './connection-supervisor';
import { backoffPolicy } from './reconnect-policy';

function given({ polite = false, maxAttempts = 3 } = {}) {
  const clock = new ManualClock();
  const log: string[] = [];
  const supervisor = new ConnectionSupervisor({
    policy: backoffPolicy({
      maxAttempts,
      graceMs: 3_000,
      politeExtraMs: 5_000,
      attemptMs: (attempt) => attempt * 1_000,
    }),
    polite,
    clock,
    restart: () => log.push(`restart at ${clock.now()}`),
    onGiveUp: () => log.push(`gave up at ${clock.now()}`),
  });
  return { clock, log, supervisor };
}

describe('ConnectionSupervisor', () => {
  it('leaves a wavering path alone that comes back in time', async () => {
    const { clock, log, supervisor } = given();
    supervisor.update('up');
    supervisor.update('shaky');
    await clock.advance(2_999);
    supervisor.update('up');
    await clock.advance(60_000);
    expect(log).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('restarts after the grace, then with backoff, then gives up', async () => {
    const { clock, log, supervisor } = given();
    supervisor.update('shaky');
    await clock.advance(60_000);
    expect(log).toEqual(['restart at 3000', 'restart at 4000', 'restart at 6000', 'gave up at 9000']);
    expect(supervisor.gaveUp).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('restarts a lost path at once, and only once when it goes from wavering to lost', async () => {
    const { clock, log, supervisor } = given();
    supervisor.update('shaky');
    await clock.advance(1_000);
    supervisor.update('down');
    await clock.advance(0);
    supervisor.update('pending');
    supervisor.update('down');
    await clock.advance(500);
    expect(log).toEqual(['restart at 1000']);
  });

  it('counts anew once the path was there', async () => {
    const { clock, log, supervisor } = given({ maxAttempts: 1 });
    for (let round = 0; round < 3; round += 1) {
      supervisor.update('down');
      await clock.advance(500);
      supervisor.update('up');
    }
    expect(log).toHaveLength(3);
    expect(supervisor.gaveUp).toBe(false);
  });

  it('lets the impolite peer start: the polite one waits, and longer when it sees an offer', async () => {
    const { clock, log, supervisor } = given({ polite: true });
    supervisor.update('down');
    await clock.advance(4_000);
    supervisor.remoteOffered();
    await clock.advance(5_999);
    expect(log).toEqual([]);
    await clock.advance(1);
    expect(log).toEqual(['restart at 10000']);
  });

  it('does not start waiting because of an offer while all is well', async () => {
    const { clock, log, supervisor } = given();
    supervisor.update('up');
    supervisor.remoteOffered();
    await clock.advance(60_000);
    expect(log).toEqual([]);
  });

  it('starts at once on a change of network, polite or not, but once a burst', async () => {
    const { clock, log, supervisor } = given({ polite: true });
    supervisor.update('up');
    supervisor.networkChanged();
    supervisor.networkChanged();
    await clock.advance(1_000);
    supervisor.networkChanged();
    expect(log).toEqual(['restart at 0', 'restart at 1000']);
    await clock.advance(60_000);
    expect(log).toHaveLength(2);
  });

  it('tries again from the start when told to after giving up', async () => {
    const { clock, log, supervisor } = given({ maxAttempts: 1 });
    supervisor.update('down');
    await clock.advance(10_000);
    expect(supervisor.gaveUp).toBe(true);
    supervisor.restartNow();
    expect(supervisor.gaveUp).toBe(false);
    expect(log.at(-1)).toBe('restart at 10000');
  });

  it('stops its timer when closed', async () => {
    const { clock, log, supervisor } = given();
    supervisor.update('shaky');
    supervisor.close();
    await clock.advance(60_000);
    expect(log).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
