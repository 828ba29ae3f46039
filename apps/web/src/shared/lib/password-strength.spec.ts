import { describe, expect, it } from '@jest/globals';
import { passwordStrength } from './password-strength';

describe('passwordStrength', () => {
  it.each([
    ['', 'short'],
    ['a1!B', 'short'],
    ['aaaaaaaaaaaa', 'weak'],
    ['password1234', 'weak'],
    ['abcdefghijkl', 'weak'],
    ['qwerty12345', 'weak'],
    ['maple-57-x', 'fair'],
    ['a rainy day in Busan', 'strong'],
    ['비 오는 날 파전 먹기 좋다', 'strong'],
  ] as const)('calls %j %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });
});
