import { describe, expect, it } from '@jest/globals';
import { serverClock } from './server-clock';

describe("the server's clock", () => {
  it('follows what the server says, however wrong the device is', () => {
    const server = Date.now() + 3_600_000;
    serverClock.sync(new Date(server).toISOString());
    expect(Math.abs(serverClock.now() - server)).toBeLessThan(1_000);
  });

  it('does not jump for a second of latency, nor for nonsense', () => {
    const before = serverClock.now() - Date.now();
    serverClock.sync(new Date(serverClock.now() - 1_000).toUTCString());
    serverClock.sync('yesterday');
    expect(Math.abs(serverClock.now() - Date.now() - before)).toBeLessThan(100);
  });

  it('follows a second, too, when it is told exactly', () => {
    const server = serverClock.now() - 1_000;
    serverClock.sync(new Date(server).toISOString(), 300);
    expect(Math.abs(serverClock.now() - server)).toBeLessThan(100);
  });
});
