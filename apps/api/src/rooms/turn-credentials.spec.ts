import { describe, expect, it } from '@jest/globals';
import { makeTurnCredentials } from './turn-credentials';

describe('credentials of a TURN server', () => {
  it('are what OpenSSL makes of the same secret and name', () => {
    // printf '1763704800:Zm9vYmFyYmF6cXV4' | openssl dgst -sha1 -hmac SECRET -binary | base64
    const secret = 'north-wind-and-the-sun-0123456789';
    expect(makeTurnCredentials(secret, new Date('2025-11-21T06:00:00.999Z'), 'Zm9vYmFyYmF6cXV4')).toEqual({
      username: '1763704800:Zm9vYmFyYmF6cXV4',
      credential: 'EAnSOwVCNMRbVmCJ8wsAy+xIZZM=',
    });
  });

  it('differ with the secret, the end and the name', () => {
    const end = new Date('2026-11-21T06:00:00Z');
    const made = [
      makeTurnCredentials('a', end, 'x'),
      makeTurnCredentials('b', end, 'x'),
      makeTurnCredentials('a', new Date(end.getTime() + 1000), 'x'),
      makeTurnCredentials('a', end, 'y'),
    ];
    expect(new Set(made.map(({ credential }) => credential)).size).toBe(made.length);
  });
});
