import { describe, expect, it } from '@jest/globals';
import { closingChoice } from './leave-choice';

describe('how a member may close the consult from the room', () => {
  it.each([
    ['matched', 'mentor', true, 'cancel'],
    ['matched', 'mentor', false, 'cancel'],
    ['matched', 'student', false, 'cancel'],
    ['live', 'mentor', true, 'end'],
    ['live', 'mentor', false, 'end'],
    ['live', 'student', true, null],
    ['live', 'student', false, 'end-alone'],
    ['ended', 'mentor', false, null],
  ] as const)('%s, the %s, the other side here: %s', (status, role, peerHere, expected) => {
    expect(closingChoice({ status, role }, peerHere)).toBe(expected);
  });
});
