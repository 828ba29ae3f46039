import { describe, expect, it } from '@jest/globals';
import { fakePlatform } from '../testing';
import { devicesOf, deviceWithId, isNamed, listDevices } from './listed-devices';

const entry = (deviceId: string, label: string, groupId = '', kind: MediaDeviceKind = 'audioinput') =>
  ({ deviceId, label, groupId, kind }) as MediaDeviceInfo;

/** What Chromium on a Korean Windows lists: a dock with two microphones, one of them the system's default. */
const CHROMIUM = [
  entry('default', '기본값 - Dock line-in', 'dock'),
  entry('communications', '커뮤니케이션 - Headset', 'usb'),
  entry('built-in', 'Built-in', 'board'),
  entry('dock-1', 'Dock microphone', 'dock'),
  entry('dock-2', 'Dock line-in', 'dock'),
  entry('headset', 'Headset', 'usb'),
];

describe('devicesOf', () => {
  it('shows every device once, the default first', () => {
    expect(devicesOf(CHROMIUM, 'audioinput').map(({ id }) => id)).toEqual(['dock-2', 'built-in', 'dock-1', 'headset']);
    expect(devicesOf(CHROMIUM, 'audioinput')[0]).toEqual({ id: 'dock-2', label: 'Dock line-in' });
  });

  it('keeps the browser’s order where none is called the default', () => {
    const listed = [entry('cam-2', 'Rear', '', 'videoinput'), entry('cam-1', 'Front', '', 'videoinput')];
    expect(devicesOf(listed, 'videoinput').map(({ id }) => id)).toEqual(['cam-2', 'cam-1']);
    expect(devicesOf(listed, 'audiooutput')).toEqual([]);
  });

  it('shows an alias that stands for nothing listed, rather than nothing', () => {
    expect(devicesOf([entry('default', 'Default', 'x')], 'audioinput')).toEqual([{ id: 'default', label: 'Default' }]);
  });

  it('has no labels before permission', () => {
    expect(devicesOf([entry('', '')], 'audioinput')).toEqual([{ id: '', label: undefined }]);
  });
});

describe('deviceWithId', () => {
  it.each([
    ['default', 'dock-2'],
    ['communications', 'headset'],
    ['built-in', 'built-in'],
  ])('finds what %s stands for', (id, real) => {
    expect(deviceWithId(CHROMIUM, 'audioinput', id)).toMatchObject({ id: real });
  });

  it('takes any of the group when the names tell nothing, and the alias itself when the group is empty', () => {
    const named = [entry('default', 'Standard', 'dock'), entry('dock-1', 'Dock', 'dock')];
    expect(deviceWithId(named, 'audioinput', 'default')).toMatchObject({ id: 'dock-1' });
    expect(deviceWithId(named.slice(0, 1), 'audioinput', 'default')).toMatchObject({ id: 'default' });
  });

  it('finds nothing that is gone, or of another kind', () => {
    expect(deviceWithId(CHROMIUM, 'audioinput', 'gone')).toBeUndefined();
    expect(deviceWithId(CHROMIUM, 'videoinput', 'headset')).toBeUndefined();
  });
});

describe('isNamed', () => {
  it('is true once permission for that kind was given', () => {
    const listed = [entry('mic', 'Mic'), entry('', '', '', 'videoinput')];
    expect([isNamed(listed, 'audioinput'), isNamed(listed, 'videoinput')]).toEqual([true, false]);
  });
});

describe('listDevices', () => {
  it('is undefined where devices cannot be listed', async () => {
    const platform = fakePlatform();
    await expect(listDevices(platform)).resolves.toEqual([]);
    platform.enumerateDevices = () => Promise.reject(new Error('no'));
    await expect(listDevices(platform)).resolves.toBeUndefined();
  });
});
