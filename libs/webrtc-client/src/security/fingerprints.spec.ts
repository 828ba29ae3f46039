import { describe, expect, it } from '@jest/globals';
import { fingerprintsOf } from './fingerprints';

const sdp = (...lines: string[]): string => ['v=0', 'o=- 1 1 IN IP4 0.0.0.0', ...lines, ''].join('\r\n');

describe('fingerprintsOf', () => {
  it('finds them at the session and in every m-section, each once and sorted', () => {
    const text = sdp(
      'a=fingerprint:sha-256 BB:01',
      'm=audio 9 x 0',
      'a=fingerprint:sha-256 BB:01',
      'a=fingerprint:sha-1 0A',
    );
    expect(fingerprintsOf(text)).toEqual(['sha-1 0A', 'sha-256 BB:01']);
  });

  it('reads the same from two browsers’ ways of writing', () => {
    const one = sdp('a=fingerprint:sha-256 ab:0f');
    const other = 'v=0\na=fingerprint:SHA-256  AB:0F \n';
    expect(fingerprintsOf(one)).toEqual(fingerprintsOf(other));
  });

  it.each(['a=fingerprint:sha-256', ' a=fingerprint: sha-256 AB', 'A=FINGERPRINT:sha-256 AB:', 'a=fingerprint:'])(
    'never overlooks a strange one: %p',
    (line) => {
      expect(fingerprintsOf(sdp(line))).toHaveLength(1);
    },
  );

  it('finds none where there is none', () => {
    expect(fingerprintsOf(sdp('a=setup:actpass', 'a=x-fingerprint:sha-256 AB', 's=a=fingerprint:x'))).toEqual([]);
    expect(fingerprintsOf('')).toEqual([]);
  });
});
