import { describe, expect, it } from '@jest/globals';
import { ownMemoryIn } from './renderers.mjs';

describe('ownMemoryIn', () => {
  it('is what the process shares with nobody, in MB', () => {
    expect(ownMemoryIn('VmRSS:\t  200704 kB\nRssAnon:\t   51200 kB\nRssFile:\t  149504 kB\n')).toBe(50);
  });

  it('refuses to guess where the system does not say', () => {
    expect(() => ownMemoryIn('VmSize:\t 1 kB\n')).toThrow('does not say');
  });
});
