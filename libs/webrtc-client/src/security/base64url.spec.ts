import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBase64UrlOf32Bytes, toBase64Url } from './base64url';

const decode = (text: string): number[] =>
  [...atob(text.replaceAll('-', '+').replaceAll('_', '/'))].map((character) => character.charCodeAt(0));

describe('toBase64Url', () => {
  it('is URL-safe, without padding, and says all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toMatch(/^[\w-]*$/);
        expect(decode(text)).toEqual([...bytes]);
      }),
    );
    expect(toBase64Url(new Uint8Array([0xfb, 0xff]))).toBe('-_8');
  });
});

describe('isBase64UrlOf32Bytes', () => {
  it('takes every 32 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => isBase64UrlOf32Bytes(toBase64Url(bytes))),
    );
  });

  it.each([
    undefined,
    7,
    '',
    'A'.repeat(42),
    'A'.repeat(44),
    `${'A'.repeat(42)}B`,
    `${'A'.repeat(42)}=`,
    `${'A'.repeat(41)}+A`,
    `${'A'.repeat(43)}\n`,
  ])('refuses %p', (text) => {
    expect(isBase64UrlOf32Bytes(text)).toBe(false);
  });
});
