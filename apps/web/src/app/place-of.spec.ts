import { describe, expect, it } from '@jest/globals';
import { placeOf } from './place-of';

const id = '00000000-0000-4000-8000-000000000001';

describe('the page where a member of a consult belongs', () => {
  it.each([
    ['waiting', 'student', `/wait/${id}`],
    ['matched', 'student', `/room/${id}`],
    ['live', 'mentor', `/room/${id}`],
    ['ended', 'student', `/consults/${id}/feedback`],
    ['ended', 'mentor', `/consults/${id}/feedback`],
    ['expired', 'student', `/wait/${id}`],
    ['cancelled', 'mentor', '/live'],
  ] as const)('%s, for the %s', (status, role, expected) => {
    expect(placeOf({ id, status, role })).toBe(expected);
  });
});
