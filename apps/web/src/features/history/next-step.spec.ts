import { describe, expect, it } from '@jest/globals';
import { nextStep } from './next-step';

describe('where a row of the history leads', () => {
  it.each([
    ['waiting', 'student', 'none', { to: 'waiting' }],
    ['matched', 'student', 'none', { to: 'room' }],
    ['live', 'mentor', 'none', { to: 'room' }],
    ['ended', 'student', 'none', { to: 'feedback', as: 'pending' }],
    ['ended', 'student', 'sent', { to: 'feedback', as: 'read' }],
    ['ended', 'student', 'deleted', { to: 'nowhere', deleted: true }],
    ['ended', 'mentor', 'none', { to: 'feedback', as: 'write' }],
    ['ended', 'mentor', 'draft', { to: 'feedback', as: 'finish' }],
    ['ended', 'mentor', 'sent', { to: 'feedback', as: 'see' }],
    ['ended', 'mentor', 'deleted', { to: 'nowhere', deleted: true }],
    ['cancelled', 'student', 'none', { to: 'nowhere', deleted: false }],
    ['expired', 'student', 'none', { to: 'nowhere', deleted: false }],
  ] as const)('%s, seen by the %s, feedback %s', (status, role, feedback, expected) => {
    expect(nextStep({ status, role, feedback })).toEqual(expected);
  });
});
