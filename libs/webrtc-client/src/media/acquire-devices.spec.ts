import { describe, expect, it } from '@jest/globals';
import { fakePlatform } from '../testing';
import { acquireDevices } from './acquire-devices';
import type { DeviceName } from './constraints';

const BOTH: DeviceName[] = ['microphone', 'camera'];

describe('acquireDevices', () => {
  it('opens both with one prompt', async () => {
    const platform = fakePlatform();
    const acquired = await acquireDevices(platform, BOTH, {});
    expect(platform.asked).toHaveLength(1);
    expect(acquired.get('microphone')).toMatchObject({ track: { kind: 'audio' } });
    expect(acquired.get('camera')).toMatchObject({ track: { kind: 'video' } });
  });

  it('asks for each alone when both together fail, so that one is not lost with the other', async () => {
    const platform = fakePlatform({ camera: 'NotReadableError' });
    const acquired = await acquireDevices(platform, BOTH, {});
    expect(platform.asked.map((constraints) => Object.keys(constraints))).toEqual([
      ['audio', 'video'],
      ['audio'],
      ['video'],
    ]);
    expect(acquired.get('microphone')).toMatchObject({ track: { kind: 'audio' } });
    expect(acquired.get('camera')).toEqual({ problem: 'in-use' });
    expect(platform.openTracks).toHaveLength(1);
  });

  it('does not ask a person again who closed the prompt', async () => {
    const platform = fakePlatform({ microphone: 'NotAllowedError:Permission dismissed' });
    const acquired = await acquireDevices(platform, BOTH, {});
    expect(platform.asked).toHaveLength(1);
    expect([...acquired.values()]).toEqual([{ problem: 'permission-dismissed' }, { problem: 'permission-dismissed' }]);
  });

  it('does not ask at all on an insecure page, nor for nothing', async () => {
    const platform = fakePlatform({ isSecureContext: false });
    expect((await acquireDevices(platform, ['camera'], {})).get('camera')).toEqual({ problem: 'insecure-context' });
    expect((await acquireDevices(platform, [], {})).size).toBe(0);
    expect(platform.asked).toEqual([]);
  });

  it('has not found a device that was demanded by its id and is gone', async () => {
    const platform = fakePlatform();
    const acquired = await acquireDevices(platform, ['camera'], { ids: { camera: 'gone' }, exact: ['camera'] });
    expect(acquired.get('camera')).toEqual({ problem: 'not-found' });
    expect(platform.openTracks).toEqual([]);
  });

  it('opens the other one, too, when a demanded one is gone', async () => {
    const platform = fakePlatform();
    const acquired = await acquireDevices(platform, BOTH, { ids: { camera: 'gone' }, exact: ['camera'] });
    expect(acquired.get('camera')).toEqual({ problem: 'not-found' });
    expect(acquired.get('microphone')).toMatchObject({ track: { kind: 'audio' } });
  });
});
