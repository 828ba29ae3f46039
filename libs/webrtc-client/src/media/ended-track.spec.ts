import { describe, expect, it } from '@jest/globals';
import { whyEnded } from './ended-track';

const device = (kind: MediaDeviceKind, deviceId: string, label: string) =>
  ({ kind, deviceId, label }) as MediaDeviceInfo;
const camera = (deviceId: string, label = 'A camera') => device('videoinput', deviceId, label);

describe('whyEnded', () => {
  it.each([
    ['unplugged and the only one', [device('audioinput', 'mic', 'A mic')], 'not-found'],
    ['unplugged beside another', [camera('cam-2')], 'not-found'],
    ['still there, so somebody else has it', [camera('cam-1')], 'in-use'],
    ['blank labels, so permission was revoked', [camera('', '')], 'permission-denied'],
    ['the devices cannot be listed', undefined, 'unknown'],
  ])('tells why: %s', (_case, listed, problem) => {
    expect(whyEnded(listed, 'videoinput', 'cam-1')).toBe(problem);
  });
});
