import { describe, expect, it } from '@jest/globals';
import { formatBytes } from './format-bytes';

describe('the size of a file', () => {
  it.each([
    [0, '0 bytes', '0바이트'],
    [999, '999 bytes', '999바이트'],
    [1_000, '1 kB', '1kB'],
    [999_499, '999 kB', '999kB'],
    [999_600, '1 MB', '1MB'],
    [5_242_880, '5.24 MB', '5.24MB'],
    [500_000_000, '500 MB', '500MB'],
    [2_000_000_000, '2 GB', '2GB'],
    [5e15, '5,000,000 GB', '5,000,000GB'],
  ])('%p bytes', (bytes, en, ko) => {
    expect(formatBytes(bytes, 'en')).toBe(en);
    expect(formatBytes(bytes, 'ko')).toBe(ko);
  });

  it('is told for a second, too', () => {
    expect(formatBytes(1_230_000, 'en', '-per-second')).toBe('1.2 MB/s');
    expect(formatBytes(1_230_000, 'ko', '-per-second')).toBe('1.2MB/s');
  });
});
