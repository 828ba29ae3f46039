import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { verifiedDigest } from './content-digest';

const body = Buffer.from('an answer');
const sha256 = createHash('sha256').update(body).digest();
const told = `sha-256=:${sha256.toString('base64')}:`;

describe('the digest of a body', () => {
  it.each([told, `sha-512=:AAAA:, ${told}`, `${told}, md5=:AAAA:`])('is the one that was told: %s', (header) => {
    expect(verifiedDigest(body, header)).toEqual(sha256);
  });

  it.each([undefined, '', 'sha-256=abc', `sha-256=:${Buffer.alloc(32).toString('base64')}:`, `x${told}`, `${told}x`])(
    'is refused: %s',
    (header) => {
      expect(() => verifiedDigest(body, header)).toThrow(
        expect.objectContaining({ code: 'recordings/digest-mismatch' }),
      );
    },
  );
});
