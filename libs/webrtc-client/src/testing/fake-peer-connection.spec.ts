import { describe, expect, it, jest } from '@jest/globals';
import { FakeMediaStreamTrack } from './fake-media';
import { FakePeerConnection } from './fake-peer-connection';
import { settle } from './manual-clock';

const NONE = { type: 'offer' as const, sdp: '' };

async function exchange(from: FakePeerConnection, to: FakePeerConnection): Promise<void> {
  await from.setLocalDescription();
  await to.setRemoteDescription(from.localDescription ?? NONE);
  await to.setLocalDescription();
  await from.setRemoteDescription(to.localDescription ?? NONE);
}

describe('FakePeerConnection', () => {
  it('says once that a negotiation is needed, and not when it is complete', async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection()];
    const needed = jest.fn();
    a.addEventListener('negotiationneeded', needed);
    a.addTransceiver('audio');
    a.createDataChannel('x', { negotiated: true, id: 0 });
    await settle();
    expect(needed).toHaveBeenCalledTimes(1);
    await exchange(a, b);
    await settle();
    expect(needed).toHaveBeenCalledTimes(1);
    a.createDataChannel('y', { negotiated: true, id: 1 });
    await settle();
    expect(needed).toHaveBeenCalledTimes(1);
  });

  it('says so again for a change made while an offer is out', async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection()];
    a.addTransceiver('audio');
    await a.setLocalDescription();
    const needed = jest.fn();
    a.addEventListener('negotiationneeded', needed);
    a.addTransceiver('video');
    await settle();
    expect(needed).not.toHaveBeenCalled();
    await b.setRemoteDescription(a.localDescription ?? NONE);
    await b.setLocalDescription();
    await a.setRemoteDescription(b.localDescription ?? NONE);
    await settle();
    expect(needed).toHaveBeenCalledTimes(1);
  });

  it('does not reuse a transceiver made beforehand for the one of an offer', async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection()];
    a.addTransceiver('audio');
    b.addTransceiver('audio');
    await a.setLocalDescription();
    await b.setRemoteDescription(a.localDescription ?? NONE);
    expect(b.getTransceivers().map(({ mid, direction }) => [mid, direction])).toEqual([
      [null, 'sendrecv'],
      ['0', 'recvonly'],
    ]);
  });

  it('rolls its own offer back for a remote one, and offers its own again', async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection()];
    a.addTransceiver('audio');
    await exchange(a, b);
    a.addTransceiver('video');
    b.addTransceiver('audio');
    await b.setLocalDescription();
    expect(b.getTransceivers()[1]?.mid).toBe('1');
    await exchange(a, b);
    expect(b.getTransceivers().map(({ kind, mid }) => [kind, mid])).toEqual([
      ['audio', '0'],
      ['audio', null],
      ['video', '1'],
    ]);
    await exchange(b, a);
    expect(b.getTransceivers()[1]?.mid).toBe('2');
    expect(a.getTransceivers()).toHaveLength(3);
  });

  it('tells of the other side’s tracks when it begins to send', async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection()];
    const [atA, atB] = [jest.fn(), jest.fn()];
    a.addEventListener('track', atA);
    b.addEventListener('track', atB);
    a.addTransceiver(new FakeMediaStreamTrack('audio'));
    await exchange(a, b);
    expect([atA.mock.calls.length, atB.mock.calls.length]).toEqual([0, 1]);
    const [transceiver] = b.getTransceivers();
    if (transceiver) transceiver.direction = 'sendrecv';
    await exchange(b, a);
    expect([atA.mock.calls.length, atB.mock.calls.length]).toEqual([1, 1]);
    expect(a.getTransceivers()[0]?.currentDirection).toBe('sendrecv');
  });

  it('refuses descriptions and candidates at the wrong time', async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection()];
    await expect(a.addIceCandidate({ candidate: 'c' })).rejects.toMatchObject({ name: 'InvalidStateError' });
    a.addTransceiver('audio');
    await exchange(a, b);
    const answer = b.localDescription ?? NONE;
    await expect(a.setRemoteDescription(answer)).rejects.toMatchObject({ name: 'InvalidStateError' });
    await expect(a.addIceCandidate({ usernameFragment: 'nobody' })).rejects.toMatchObject({ name: 'OperationError' });
    a.addTransceiver('video');
    await a.setLocalDescription();
    await expect(a.setRemoteDescription(answer)).rejects.toMatchObject({ name: 'InvalidAccessError' });
    await expect(b.setRemoteDescription({ type: 'rollback', sdp: answer.sdp })).rejects.toMatchObject({
      name: 'InvalidAccessError',
    });
  });

  it('takes new credentials on both sides and new candidates for an ICE restart', async () => {
    const [a, b] = [new FakePeerConnection(), new FakePeerConnection()];
    const candidates: unknown[] = [];
    a.addEventListener('icecandidate', ({ candidate }: { candidate: unknown }) => candidates.push(candidate));
    a.addTransceiver('audio');
    await exchange(a, b);
    await settle();
    const before = a.fragments;
    expect(candidates).toHaveLength(3);
    await exchange(a, b);
    await settle();
    expect(a.fragments).toEqual(before);
    expect(candidates).toHaveLength(3);
    a.restartIce();
    await exchange(a, b);
    await settle();
    expect(a.fragments.local).not.toBe(before.local);
    expect(a.fragments.remote).not.toBe(before.remote);
    expect(candidates).toHaveLength(6);
  });

  it('is silent and refuses everything once closed', async () => {
    const a = new FakePeerConnection();
    a.addTransceiver('audio');
    a.close();
    a.close();
    expect([a.signalingState, a.connectionState]).toEqual(['closed', 'closed']);
    await expect(a.setLocalDescription()).rejects.toMatchObject({ name: 'InvalidStateError' });
    const changed = jest.fn();
    a.addEventListener('connectionstatechange', changed);
    a.setLink('failed');
    expect(changed).not.toHaveBeenCalled();
  });
});
