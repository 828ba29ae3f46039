import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { settleWork, watchWork } from './unsaved-work';

let ends: (() => void)[];
const watch = (work: () => Promise<boolean>) => void ends.push(watchWork(work));

beforeEach(() => {
  ends = [];
  jest.useFakeTimers();
});
afterEach(() => {
  ends.forEach((end) => end());
  jest.useRealTimers();
});

describe('what a page has before its user logs out', () => {
  it('is nothing where nobody says otherwise', async () => {
    expect(await settleWork()).toBe(true);
  });

  it('is all at the server once everyone brought it there', async () => {
    const saved: string[] = [];
    watch(async () => saved.push('script') > 0);
    watch(async () => saved.push('feedback') > 0);
    expect([await settleWork(), saved]).toEqual([true, ['script', 'feedback']]);
  });

  it('is left where one could not', async () => {
    watch(async () => true);
    watch(async () => false);
    expect(await settleWork()).toBe(false);
    ends.splice(1).forEach((end) => end());
    expect(await settleWork()).toBe(true);
  });

  it('is left where one takes too long', async () => {
    watch(() => new Promise(() => undefined));
    const settled = settleWork();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await settled).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });
});
