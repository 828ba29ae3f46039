import { describe, expect, it, jest } from '@jest/globals';
import { fakePlatform } from './fake-platform';

describe('fakePlatform', () => {
  it('opens devices or fails as a browser would, the whole request for one device', async () => {
    const platform = fakePlatform({ camera: 'NotAllowedError:Permission dismissed' });
    await expect(platform.getUserMedia({ audio: true, video: true })).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: 'Permission dismissed',
    });
    expect(platform.openTracks).toEqual([]);
    const stream = await platform.getUserMedia({ audio: true });
    expect(stream.getTracks()).toHaveLength(1);
    expect(platform.openTracks).toHaveLength(1);
    expect(platform.asked).toHaveLength(2);
  });

  it('tells of a change of network until asked not to', () => {
    const platform = fakePlatform();
    const listener = jest.fn();
    const stop = platform.onNetworkChange(listener);
    platform.changeNetwork();
    expect(platform.leaks.listeners).toBe(1);
    stop();
    platform.changeNetwork();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('counts what was not released', async () => {
    const platform = fakePlatform();
    platform.listed = [{ deviceId: 'cam' }];
    await expect(platform.enumerateDevices()).resolves.toHaveLength(1);
    const connection = platform.createPeerConnection({});
    connection.createDataChannel('x').addEventListener('open', () => undefined);
    platform.clock.setTimeout(() => undefined, 1);
    expect(platform.leaks).toEqual({ timers: 1, connections: 1, listeners: 1 });
    connection.close();
    expect(platform.leaks.connections).toBe(0);
    expect(platform.createMediaStream().getTracks()).toEqual([]);
  });
});
