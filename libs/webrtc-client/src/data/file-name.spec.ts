import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_NAME_LENGTH, safeFileName, safeMediaType } from './file-name';

describe('safeFileName', () => {
  it.each([
    ['자기소개서.pdf', '자기소개서.pdf'],
    ['자기.txt'.normalize('NFD'), '자기.txt'],
    ['../../etc/passwd', 'etcpasswd'],
    ['C:\\Windows\\system32\\x.dll', 'C:Windowssystem32x.dll'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u0000b\r\nc\u2028d\u200be.txt', 'abcde.txt'],
    ['.htaccess', 'htaccess'],
    [' . a b . ', 'a b'],
    ['\ud83d.txt', 'txt'],
    ['👩‍💻.txt', '👩‍💻.txt'],
    ['', 'file'],
    ['..', 'file'],
    ['/', 'file'],
  ])('makes %p %p', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('cuts long names and keeps the extension', () => {
    expect(safeFileName(`${'가'.repeat(300)}.pdf`)).toBe(`${'가'.repeat(251)}.pdf`);
    expect(safeFileName('🙂'.repeat(200))).toBe('🙂'.repeat(127));
    expect(safeFileName(`a.${'b'.repeat(300)}`)).toHaveLength(255);
  });

  it('is safe for whatever comes, and safe names stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
        const safe = safeFileName(name);
        expect(safe.length).toBeGreaterThan(0);
        expect(safe.length).toBeLessThanOrEqual(MAX_NAME_LENGTH);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}/\\\u202a-\u202e\u2066-\u2069]|^\./u);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('safeMediaType', () => {
  it.each([
    ['image/PNG', 'image/png'],
    ['text/plain;charset=utf-8', 'text/plain'],
    ['application/vnd.ms-excel', 'application/vnd.ms-excel'],
    ['', ''],
    ['text', ''],
    ['text/ html', ''],
    ['text/html\n', ''],
    [`a/${'b'.repeat(64)}`, ''],
  ])('makes %p %p', (type, safe) => {
    expect(safeMediaType(type)).toBe(safe);
  });
});
