import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { serverClock } from './server-clock';

describe("the server's clock", () => {
  beforeAll(() => {
    // Nearly a second more than what is told in whole ones.
    jest.useFakeTimers({ now: Date.UTC(2026, 3, 1, 9, 30, 0, 999) });
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  it('follows what the server says, however wrong the device is', () => {
    const server = Date.now() + 3_600_000;
    serverClock.sync(new Date(server).toISOString());
    expect(serverClock.now()).toBe(server);
  });

  it('does not jump for a second of latency, nor for nonsense', () => {
    const before = serverClock.now() - Date.now();
    serverClock.sync(new Date(serverClock.now() - 1_000).toUTCString());
    serverClock.sync('yesterday');
    expect(serverClock.now() - Date.now()).toBe(before);
  });

  it('follows a second, too, when it is told exactly', () => {
    const server = serverClock.now() - 1_000;
    serverClock.sync(new Date(server).toISOString(), 300);
    expect(serverClock.now()).toBe(server);
  });
});
