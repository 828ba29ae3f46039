import { describe, expect, it } from '@jest/globals';
import { Semaphore } from './semaphore';

describe('a semaphore', () => {
  it('lets so many run at once, and the others in their order', async () => {
    const semaphore = new Semaphore(2);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const finish: (() => void)[] = [];
    const jobs = [0, 1, 2, 3, 4].map((job) =>
      semaphore.run(async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(job);
        await new Promise<void>((resolve) => finish.push(resolve));
        running -= 1;
        return job;
      }),
    );
    for (let done = 0; done < jobs.length; done += 1) {
      finish[done]?.();
      await jobs[done];
    }
    expect(await Promise.all(jobs)).toEqual([0, 1, 2, 3, 4]);
    expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]]);
  });

  it('goes on after work that failed', async () => {
    const semaphore = new Semaphore(1);
    await expect(semaphore.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await semaphore.run(async () => 'next')).toBe('next');
  });
});
