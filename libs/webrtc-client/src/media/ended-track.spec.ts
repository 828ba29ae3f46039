import { describe, expect, it } from '@jest/globals';
import { FakeMediaStreamTrack, fakePlatform } from '../testing';
import { whyEnded } from './ended-track';

const track = new FakeMediaStreamTrack('video', 'cam-1') as unknown as MediaStreamTrack;
const camera = (deviceId: string, label = 'A camera') => ({ kind: 'videoinput' as const, deviceId, label });

describe('whyEnded', () => {
  it.each([
    ['unplugged and the only one', [{ kind: 'audioinput' as const, deviceId: 'mic', label: 'A mic' }], 'not-found'],
    ['unplugged beside another', [camera('cam-2')], 'not-found'],
    ['still there, so somebody else has it', [camera('cam-1')], 'in-use'],
    ['blank labels, so permission was revoked', [camera('', '')], 'permission-denied'],
  ])('tells why: %s', async (_case, listed, problem) => {
    const platform = fakePlatform();
    platform.listed = listed;
    await expect(whyEnded(platform, track)).resolves.toBe(problem);
  });

  it('does not know when the devices cannot be listed', async () => {
    const platform = fakePlatform();
    platform.enumerateDevices = () => Promise.reject(new Error('no'));
    await expect(whyEnded(platform, track)).resolves.toBe('unknown');
  });
});
