import { describe, expect, it, jest } from '@jest/globals';
import { FakeEventTarget, namedError } from './fake-event-target';

describe('FakeEventTarget', () => {
  it('calls each listener once per event, a "once" listener once', () => {
    const target = new FakeEventTarget();
    const listener = jest.fn();
    const once = jest.fn();
    target.addEventListener('open', listener);
    target.addEventListener('open', listener);
    target.addEventListener('open', once, { once: true });
    target.fire('open', { data: 1 });
    target.fire('open');
    expect(listener).toHaveBeenCalledTimes(2);
    expect(listener).toHaveBeenCalledWith({ type: 'open', target, data: 1 });
    expect(once).toHaveBeenCalledTimes(1);
    target.removeEventListener('open', listener);
    expect(target.listenerCount).toBe(0);
  });
});

describe('namedError', () => {
  it('is an error with a browser’s name', () => {
    expect(namedError('NotFoundError', 'no camera')).toMatchObject({ name: 'NotFoundError', message: 'no camera' });
  });
});
