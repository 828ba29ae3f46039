import { describe, expect, it, jest } from '@jest/globals';
import { settle } from '../testing';
import { StepQueue } from './step-queue';

describe('StepQueue', () => {
  it('carries out one step after the other, also after one that failed', async () => {
    const queue = new StepQueue();
    const log: string[] = [];
    let answer = (): void => undefined;
    const slow = queue.run(async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      log.push('slow');
      throw new Error('failed');
    });
    const quick = queue.run(async () => log.push('quick'));
    await settle();
    answer();
    await expect(slow).rejects.toThrow('failed');
    await expect(quick).resolves.toBe(2);
    expect(log).toEqual(['slow', 'quick']);
  });

  it('leaves out what comes after it was closed', async () => {
    const queue = new StepQueue();
    const step = jest.fn(async () => 'done');
    const done = queue.run(step);
    queue.close();
    await expect(done).resolves.toBeUndefined();
    expect(step).not.toHaveBeenCalled();
    expect(queue.isClosed).toBe(true);
  });
});
