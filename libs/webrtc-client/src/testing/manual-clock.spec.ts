import { describe, expect, it } from '@jest/globals';
import { ManualClock, settle } from './manual-clock';

describe('ManualClock', () => {
  it('fires what falls due, in order, at its time, also what was set meanwhile', async () => {
    const clock = new ManualClock();
    const log: string[] = [];
    clock.setTimeout(() => log.push(`b ${clock.now()}`), 20);
    clock.setTimeout(() => {
      log.push(`a ${clock.now()}`);
      clock.setTimeout(() => log.push(`c ${clock.now()}`), 15);
    }, 10);
    clock.setTimeout(() => log.push('too late'), 31);
    await clock.advance(30);
    expect(log).toEqual(['a 10', 'b 20', 'c 25']);
    expect([clock.now(), clock.pending]).toEqual([30, 1]);
  });

  it('lets promises settle between timers', async () => {
    const clock = new ManualClock();
    const log: string[] = [];
    clock.setTimeout(() => void settle().then(() => log.push('promise')), 1);
    clock.setTimeout(() => log.push('timer'), 200);
    await clock.advance(1);
    await settle();
    await clock.advance(200);
    expect(log).toEqual(['promise', 'timer']);
  });

  it('never fires a cancelled timer', async () => {
    const clock = new ManualClock();
    const cancel = clock.setTimeout(() => expect('this').toBe('never'), 1);
    cancel();
    cancel();
    await clock.advance(10);
    expect(clock.pending).toBe(0);
  });
});
