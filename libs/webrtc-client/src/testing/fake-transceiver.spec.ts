import { describe, expect, it, jest } from '@jest/globals';
import { FakeMediaStream, FakeMediaStreamTrack } from './fake-media';
import { FakeTransceiver } from './fake-transceiver';

describe('FakeTransceiver', () => {
  it('replaces tracks of its kind, remembers them, and fails when told to', async () => {
    const { sender } = new FakeTransceiver('audio', null, 'sendrecv', () => undefined);
    const track = new FakeMediaStreamTrack('audio');
    await sender.replaceTrack(track);
    await sender.replaceTrack(null);
    await expect(sender.replaceTrack(new FakeMediaStreamTrack('video'))).rejects.toMatchObject({ name: 'TypeError' });
    sender.failNextReplace = new Error('no');
    await expect(sender.replaceTrack(track)).rejects.toThrow('no');
    await sender.replaceTrack(track);
    expect(sender.replaced).toEqual([track, null, track]);
    const stream = new FakeMediaStream();
    sender.setStreams(stream);
    expect(sender.streams).toEqual([stream]);
  });

  it('says when its direction is set', () => {
    const onDirection = jest.fn();
    const transceiver = new FakeTransceiver('video', null, 'recvonly', onDirection);
    transceiver.direction = 'sendrecv';
    expect([transceiver.direction, transceiver.kind]).toEqual(['sendrecv', 'video']);
    expect(onDirection).toHaveBeenCalledTimes(1);
  });
});
