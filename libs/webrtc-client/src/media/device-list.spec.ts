import { describe, expect, it, jest } from '@jest/globals';
import { type FakePlatform, fakePlatform, settle } from '../testing';
import { DeviceList, type DeviceLists } from './device-list';

const LISTED = [
  { kind: 'audioinput', deviceId: 'default', label: 'Default - Headset', groupId: 'usb' },
  { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in', groupId: 'board' },
  { kind: 'audioinput', deviceId: 'headset', label: 'Headset', groupId: 'usb' },
  { kind: 'videoinput', deviceId: 'front', label: 'Front', groupId: 'front' },
  { kind: 'audiooutput', deviceId: 'speaker', label: 'Speaker', groupId: 'board' },
] as const;

async function given(listed: Partial<MediaDeviceInfo>[] = [...LISTED]): Promise<{
  platform: FakePlatform;
  list: DeviceList;
}> {
  const platform = fakePlatform();
  platform.listed = listed;
  const list = new DeviceList({ platform });
  await settle();
  return { platform, list };
}

describe('DeviceList', () => {
  it('lists every device once, by kind', async () => {
    const { list } = await given();
    expect(list.lists).toEqual({
      microphones: [
        { id: 'headset', label: 'Headset' },
        { id: 'built-in', label: 'Built-in' },
      ],
      cameras: [{ id: 'front', label: 'Front' }],
      speakers: [{ id: 'speaker', label: 'Speaker' }],
    });
  });

  it('is empty before it looked', () => {
    const list = new DeviceList({ platform: fakePlatform() });
    expect(list.lists).toEqual({ microphones: [], cameras: [], speakers: [] });
  });

  it('has no labels before permission, and learns them when asked to look again', async () => {
    const { platform, list } = await given([{ kind: 'videoinput', deviceId: '', label: '' }]);
    expect(list.lists.cameras).toEqual([{ id: '', label: undefined }]);
    platform.listed = [...LISTED];
    await expect(list.refresh()).resolves.toMatchObject({ cameras: [{ id: 'front', label: 'Front' }] });
  });

  it('tells when a device is plugged in or out, and only then', async () => {
    const { platform, list } = await given();
    const change = jest.fn<(lists: DeviceLists) => void>();
    list.on('change', change);
    platform.changeDevices();
    await settle();
    expect(change).not.toHaveBeenCalled();
    platform.unplug('headset');
    await settle();
    expect(change).toHaveBeenCalledTimes(1);
    expect(change).toHaveBeenCalledWith(list.lists);
    platform.plug({ kind: 'videoinput', deviceId: 'rear', label: 'Rear' });
    await settle();
    expect(list.lists.cameras.map(({ id }) => id)).toEqual(['front', 'rear']);
  });

  it('believes the latest look, whichever ends last', async () => {
    const { platform, list } = await given();
    const answers: ((devices: MediaDeviceInfo[]) => void)[] = [];
    platform.enumerateDevices = () => new Promise((resolve) => answers.push(resolve));
    const looks = [list.refresh(), list.refresh()];
    answers[1]?.([LISTED[3]] as unknown as MediaDeviceInfo[]);
    answers[0]?.([]);
    await Promise.all(looks);
    expect(list.lists).toMatchObject({ microphones: [], cameras: [{ id: 'front' }] });
  });

  it('keeps what it knew when devices cannot be listed', async () => {
    const { platform, list } = await given();
    const { lists } = list;
    platform.enumerateDevices = () => Promise.reject(new Error('no'));
    await expect(list.refresh()).resolves.toBe(lists);
  });

  it('releases everything when closed, also in the middle of a look', async () => {
    const { platform, list } = await given();
    const change = jest.fn();
    list.on('change', change);
    platform.unplug('headset');
    list.close();
    list.close();
    await settle();
    expect(change).not.toHaveBeenCalled();
    expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
  });
});
