import { describe, expect, it } from '@jest/globals';
import { RateLimits } from './rate-limit';

describe('RateLimits', () => {
  it('lets a burst of sixty candidates through and refuses the next with the wait', () => {
    const limits = new RateLimits();
    for (let i = 0; i < 60; i += 1) limits.spend('signal:candidate', 0);
    expect(() => limits.spend('signal:candidate', 0)).toThrow(
      expect.objectContaining({ code: 'request/rate-limited', retryAfterMs: 167 }),
    );
  });

  it('lets a peer ask for ten new connections at once and then for one in two seconds', () => {
    const limits = new RateLimits();
    for (let i = 0; i < 10; i += 1) limits.spend('signal:renew', 0);
    expect(() => limits.spend('signal:renew', 0)).toThrow(expect.objectContaining({ retryAfterMs: 2000 }));
  });

  it('fills up again with time, up to the burst', () => {
    const limits = new RateLimits();
    for (let i = 0; i < 10; i += 1) limits.spend('consult:accept', 0);
    limits.spend('consult:accept', 1000);
    expect(() => limits.spend('consult:accept', 1000)).toThrow(
      expect.objectContaining({ code: 'request/rate-limited' }),
    );
    for (let i = 0; i < 10; i += 1) limits.spend('consult:accept', 1_000_000);
    expect(() => limits.spend('consult:accept', 1_000_000)).toThrow();
  });

  it('counts each event apart', () => {
    const limits = new RateLimits();
    for (let i = 0; i < 10; i += 1) limits.spend('consult:accept', 0);
    expect(() => limits.spend('signal:candidate', 0)).not.toThrow();
  });

  it.each([
    ['request/invalid', 30],
    ['request/unknown-event', 30],
    ['request/rate-limited', 300],
  ] as const)('bears %s %d times at once and no more', (code, times) => {
    const limits = new RateLimits();
    const borne = Array.from({ length: times + 1 }, () => limits.bears(code, 0));
    expect(borne.filter(Boolean)).toHaveLength(times);
    expect(borne.at(-1)).toBe(false);
  });

  it('bears any number of refusals that people earn', () => {
    const limits = new RateLimits();
    const borne = Array.from({ length: 1000 }, () => limits.bears('consults/already-matched', 0));
    expect(borne).not.toContain(false);
  });
});
