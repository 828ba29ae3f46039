import { describe, expect, it } from '@jest/globals';
import { endsSoon, leftOf } from './recording-limit';

const MINUTE = 60_000;
const MB = 1024 * 1024;

describe('how much longer a recording may go on', () => {
  it('is up to fifteen minutes', () => {
    expect(leftOf(0, 0)).toBe(15 * MINUTE);
    expect(leftOf(5 * MINUTE, 2.5 * MB)).toBe(10 * MINUTE);
    expect(leftOf(16 * MINUTE, 8 * MB)).toBe(0);
  });

  it('is less where the browser records in far more detail than it was asked to', () => {
    // 8 MB a minute: 48 MB, which leaves room for what is still to come, are reached after six.
    expect(leftOf(3 * MINUTE, 24 * MB)).toBe(3 * MINUTE);
    expect(leftOf(6 * MINUTE, 48 * MB)).toBe(0);
  });

  it('is told a minute before', () => {
    expect([endsSoon(MINUTE + 1), endsSoon(MINUTE)]).toEqual([false, true]);
  });
});
