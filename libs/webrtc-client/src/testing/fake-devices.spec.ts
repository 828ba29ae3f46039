import { describe, expect, it } from '@jest/globals';
import { FakeDevices } from './fake-devices';

function given(): FakeDevices {
  const devices = new FakeDevices();
  devices.listed = [
    { kind: 'audioinput', deviceId: 'mic', label: 'A mic' },
    { kind: 'videoinput', deviceId: 'front', label: 'Front' },
    { kind: 'videoinput', deviceId: 'rear', label: 'Rear' },
  ];
  return devices;
}

const opened = (devices: FakeDevices, constraints: MediaStreamConstraints): string[] =>
  devices
    .open(constraints)
    .getTracks()
    .map(({ deviceId }) => deviceId);

describe('FakeDevices', () => {
  it('opens the first one, whatever is wished, or the one that is demanded; is that gone, it fails', () => {
    const devices = given();
    expect(opened(devices, { audio: true, video: { deviceId: { ideal: 'rear' } } })).toEqual(['mic', 'front']);
    expect(opened(devices, { video: { deviceId: { exact: 'rear' } } })).toEqual(['rear']);
    expect(() => devices.open({ video: { deviceId: { exact: 'gone' } } })).toThrow('OverconstrainedError');
  });

  it('opens one unnamed device of a kind that is not listed', () => {
    expect(opened(new FakeDevices(), { audio: { deviceId: { ideal: 'mic' } } })).toEqual(['default-audio']);
  });

  it('fails for single devices, and opens nothing then', () => {
    const devices = given();
    devices.failing.set('front', 'NotReadableError');
    expect(() => devices.open({ audio: true, video: true })).toThrow('NotReadableError');
    expect(devices.openTracks).toEqual([]);
  });

  it('can be a phone: one camera at a time', () => {
    const devices = given();
    devices.oneCameraAtATime = true;
    const [front] = devices.open({ video: true }).getTracks();
    expect(() => devices.open({ video: { deviceId: { exact: 'rear' } } })).toThrow('NotReadableError');
    front?.stop();
    expect(opened(devices, { video: { deviceId: { exact: 'rear' } } })).toEqual(['rear']);
  });

  it('takes a device away, with its tracks and their clones', () => {
    const devices = given();
    const [track] = devices.open({ audio: true }).getTracks();
    track?.clone();
    expect(devices.openTracks).toHaveLength(2);
    devices.remove('mic');
    expect(devices.openTracks).toEqual([]);
    expect(devices.listed).toHaveLength(2);
  });

  it('tells how a microphone was opened', () => {
    const [track] = given()
      .open({ audio: { echoCancellation: false, sampleRate: 48_000 } })
      .getTracks();
    expect(track?.getSettings()).toEqual({ deviceId: 'mic', echoCancellation: false });
  });

  it('gives a microphone that is open already as it is', () => {
    const devices = given();
    const [first] = devices.open({ audio: { echoCancellation: true } }).getTracks();
    const [second] = devices.open({ audio: { echoCancellation: false } }).getTracks();
    expect(second?.getSettings().echoCancellation).toBe(true);
    for (const track of [first, second]) track?.stop();
    const [third] = devices.open({ audio: { echoCancellation: false } }).getTracks();
    expect(third?.getSettings().echoCancellation).toBe(false);
  });
});
