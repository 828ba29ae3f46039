import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { browserPlatform } from './platform';
import { FakeEventTarget, FakeMediaStream } from './testing';

const put = (name: string, value: unknown): void => {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  restores.push(() => {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  });
};
const restores: (() => void)[] = [];

afterEach(() => {
  for (const restore of restores.splice(0)) restore();
});

describe('browserPlatform', () => {
  it('reads no global until it is asked', () => {
    expect(() => browserPlatform()).not.toThrow();
  });

  it('is secure only where the page is and devices can be asked for', () => {
    put('isSecureContext', true);
    put('navigator', {});
    expect(browserPlatform().isSecureContext).toBe(false);
    put('navigator', { mediaDevices: {} });
    expect(browserPlatform().isSecureContext).toBe(true);
    put('isSecureContext', false);
    expect(browserPlatform().isSecureContext).toBe(false);
  });

  it('makes connections and streams, and asks for devices, with the browser’s own objects', async () => {
    const made: unknown[] = [];
    put('RTCPeerConnection', function (this: unknown, config: unknown) {
      made.push(config);
    });
    put('MediaStream', FakeMediaStream);
    put('navigator', {
      mediaDevices: {
        getUserMedia: (constraints: unknown) => Promise.resolve(constraints),
        enumerateDevices: () => Promise.resolve([]),
      },
    });
    const platform = browserPlatform();
    platform.createPeerConnection({ bundlePolicy: 'max-bundle' });
    expect(made).toEqual([{ bundlePolicy: 'max-bundle' }]);
    expect(platform.createMediaStream()).toBeInstanceOf(MediaStream);
    await expect(platform.getUserMedia({ audio: true })).resolves.toEqual({ audio: true });
    await expect(platform.enumerateDevices()).resolves.toEqual([]);
  });

  it('keeps time, and a cancelled timer never fires', async () => {
    const { clock } = browserPlatform();
    const cancelled = jest.fn();
    const before = clock.now();
    clock.setTimeout(cancelled, 0)();
    await new Promise<void>((resolve) => void clock.setTimeout(resolve, 2));
    expect(cancelled).not.toHaveBeenCalled();
    expect(clock.now()).toBeGreaterThan(before);
  });

  it('tells of "online" and of another kind of network, not of a new estimate of the same', () => {
    const window = new FakeEventTarget();
    const connection = Object.assign(new FakeEventTarget(), { type: 'wifi' });
    put('window', window);
    put('navigator', { connection });
    const listener = jest.fn();
    const stop = browserPlatform().onNetworkChange(listener);
    connection.fire('change');
    expect(listener).not.toHaveBeenCalled();
    connection.type = 'cellular';
    connection.fire('change');
    window.fire('online');
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    expect(window.listenerCount + connection.listenerCount).toBe(0);
  });

  it('does without the Network Information API', () => {
    const window = new FakeEventTarget();
    put('window', window);
    put('navigator', {});
    const listener = jest.fn();
    browserPlatform().onNetworkChange(listener);
    window.fire('online');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
