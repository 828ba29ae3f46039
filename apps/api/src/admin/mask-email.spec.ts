import { describe, expect, it } from '@jest/globals';
import { maskEmail } from './mask-email';

describe('maskEmail', () => {
  it.each([
    ['haru@example.org', 'h•••@example.org'],
    ['a.very.long.name@example.org', 'a•••@example.org'],
    ['ab@example.org', 'a•••@example.org'],
    ['"a@b"@example.org', '"•••@example.org'],
    ['a@example.org', '•••@example.org'],
    ['nothing', '•••'],
    ['', '•••'],
  ])('shows %j as %j', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});
