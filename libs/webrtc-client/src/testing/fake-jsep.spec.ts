import { describe, expect, it } from '@jest/globals';
import { FakeJsep } from './fake-jsep';
import { decodeSdp } from './fake-sdp';
import { FakeTransceiver } from './fake-transceiver';

const makeTransceiver = (kind: 'audio' | 'video') => new FakeTransceiver(kind, null, 'recvonly', () => undefined);

function jsep() {
  return new FakeJsep({ onTrack: () => undefined, makeTransceiver });
}

describe('FakeJsep', () => {
  it('counts versions up over rollbacks too, in one session', () => {
    const one = jsep();
    one.transceivers.push(makeTransceiver('audio'));
    const origins = [1, 2].map(() => {
      one.setLocal();
      const { sessionId, version } = decodeSdp(one.local?.sdp ?? '');
      return [sessionId, version];
    });
    expect(origins[0]?.[0]).toBe(origins[1]?.[0]);
    expect(Number(origins[1]?.[1])).toBeGreaterThan(Number(origins[0]?.[1]));
  });

  it('keeps the m-lines in their order and refuses an offer that does not', () => {
    const [one, other, third] = [jsep(), jsep(), jsep()];
    one.transceivers.push(makeTransceiver('audio'), makeTransceiver('video'));
    third.transceivers.push(makeTransceiver('video'));
    one.setLocal();
    if (one.local) other.setRemote(one.local);
    other.setLocal();
    expect(decodeSdp(other.local?.sdp ?? '').sections.map(({ kind, mid }) => kind + mid)).toEqual(['audio0', 'video1']);
    third.setLocal();
    expect(() => third.local && other.setRemote(third.local)).toThrow('m-lines');
    expect(other.state).toBe('stable');
  });
});
