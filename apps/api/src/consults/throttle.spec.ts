import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Throttle } from './throttle';

describe('Throttle', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('runs the first call after a quiet spell at once', () => {
    const work = jest.fn();
    new Throttle(500, work).call();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('runs once at the end of the interval for any number of calls inside it', () => {
    const work = jest.fn();
    const throttle = new Throttle(500, work);
    throttle.call();
    for (let i = 0; i < 100; i += 1) throttle.call();
    jest.advanceTimersByTime(499);
    expect(work).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('holds no timer while nothing is owed', () => {
    const throttle = new Throttle(500, () => undefined);
    throttle.call();
    expect(jest.getTimerCount()).toBe(0);
    throttle.call();
    expect(jest.getTimerCount()).toBe(1);
    throttle.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
