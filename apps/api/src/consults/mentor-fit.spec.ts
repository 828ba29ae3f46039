import { describe, expect, it } from '@jest/globals';
import { fits } from './mentor-fit';

const audience = { kinds: ['tutoring'], topics: ['math'], languages: ['ko'], approved: false };
const asked = { kind: 'tutoring', topic: 'math', language: 'ko', needsApproval: false } as const;

describe('fits', () => {
  it('shows a mentor what they offer', () => {
    expect(fits(audience, asked)).toBe(true);
  });
  it.each([
    ['kind', { ...asked, kind: 'career' as const }],
    ['topic', { ...asked, topic: 'science' as const }],
    ['language', { ...asked, language: 'en' as const }],
  ])('hides another %s', (_what, consult) => {
    expect(fits(audience, consult)).toBe(false);
  });
  it('shows what needs approval to approved mentors only', () => {
    expect(fits(audience, { ...asked, needsApproval: true })).toBe(false);
    expect(fits({ ...audience, approved: true }, { ...asked, needsApproval: true })).toBe(true);
  });
});
