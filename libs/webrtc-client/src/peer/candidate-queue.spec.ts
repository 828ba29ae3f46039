import { describe, expect, it } from '@jest/globals';
import { CandidateQueue } from './candidate-queue';

const remote = (ufrag: string) =>
  ({ type: 'offer', sdp: `v=0\r\nm=audio 9 X 0\r\na=ice-ufrag:${ufrag}\r\n` }) as RTCSessionDescription;
const candidate = (usernameFragment: string, number = 1): RTCIceCandidateInit => ({
  candidate: `candidate:${number}`,
  usernameFragment,
});

describe('CandidateQueue', () => {
  it('keeps candidates until their description is there, in order', () => {
    const queue = new CandidateQueue();
    const early = [candidate('abc', 1), null, candidate('abc', 2)];
    expect(early.map((one) => queue.admit(one, null))).toEqual([false, false, false]);
    expect(queue.release(remote('abc'))).toEqual(early);
    expect(queue.release(remote('abc'))).toEqual([]);
  });

  it('lets those of the present description through', () => {
    const queue = new CandidateQueue();
    expect(queue.admit(candidate('abc'), remote('abc'))).toBe(true);
    expect(queue.admit({ candidate: 'candidate:1 1 udp 1 h 9 typ host ufrag abc' }, remote('abc'))).toBe(true);
    expect(queue.admit({ candidate: 'candidate:1 1 udp 1 h 9 typ host' }, remote('abc'))).toBe(true);
    expect(queue.admit(null, remote('abc'))).toBe(true);
  });

  it('keeps those of another generation back, also when its name is only the beginning', () => {
    const queue = new CandidateQueue();
    expect(queue.admit(candidate('ab'), remote('abc'))).toBe(false);
    expect(queue.release(remote('abc'))).toEqual([]);
    expect(queue.release(remote('ab'))).toEqual([candidate('ab')]);
  });

  it('keeps a bounded number: the oldest go first', () => {
    const queue = new CandidateQueue();
    for (let number = 0; number < 1_000; number += 1) queue.admit(candidate('abc', number), null);
    const released = queue.release(remote('abc'));
    expect(released).toHaveLength(256);
    expect(released.at(-1)).toEqual(candidate('abc', 999));
  });

  it('forgets everything when cleared', () => {
    const queue = new CandidateQueue();
    queue.admit(null, null);
    queue.clear();
    expect(queue.release(remote('abc'))).toEqual([]);
  });
});
