import { JwtService } from '@nestjs/jwt';
import { describe, expect, it } from '@jest/globals';
import { Clock } from '../common/clock';
import { AccessTokens, jwtOptions } from './access-tokens';
import type { EndedSessions } from './ended-sessions';

class ManualClock extends Clock {
  private at = Date.parse('2026-11-21T09:00:00Z');
  now(): Date {
    return new Date(this.at);
  }
  pass(seconds: number): void {
    this.at += seconds * 1000;
  }
}

const USER = {
  id: 'a3f5c6de-0b3c-4d37-9f0e-0a8e4a4c8a11',
  sessionId: '0d2f3a4b-5c6d-4e7f-8a9b-0c1d2e3f4a5b',
  roles: ['student', 'mentor'],
} as const;

function setUp(ended = new Set<string>()) {
  const clock = new ManualClock();
  const endedSessions: Pick<EndedSessions, 'has'> = { has: (id) => ended.has(id) };
  const jwt = new JwtService(jwtOptions('a secret of the tests that is long enough'));
  return { clock, ended, tokens: new AccessTokens(jwt, endedSessions as EndedSessions, clock) };
}

const code = (refusal: string) => expect.objectContaining({ code: refusal });

describe('an access token', () => {
  it('says who its bearer is, for ten minutes at the most', () => {
    const { tokens, clock } = setUp();
    const { token, expiresInSeconds } = tokens.issue(USER);
    expect(expiresInSeconds).toBeLessThanOrEqual(600);
    expect(tokens.verify(token)).toEqual({ ...USER, expiresAt: new Date(clock.now().getTime() + 600_000) });
    clock.pass(599);
    expect(tokens.verify(token).id).toBe(USER.id);
    clock.pass(1);
    expect(() => tokens.verify(token)).toThrow(code('auth/token-expired'));
  });

  it('ends with its session', () => {
    const { tokens, ended } = setUp();
    const { token } = tokens.issue(USER);
    ended.add(USER.sessionId);
    expect(() => tokens.verify(token)).toThrow(code('auth/session-ended'));
  });

  it('of another secret is none', () => {
    const { clock, tokens } = setUp();
    const jwt = new JwtService(jwtOptions('another secret that is just as long'));
    const foreign = new AccessTokens(jwt, { has: () => false } as unknown as EndedSessions, clock);
    expect(() => tokens.verify(foreign.issue(USER).token)).toThrow(code('auth/unauthenticated'));
  });

  it.each(['', 'x', 'a.b.c', '..', 'null', '💥', 'x'.repeat(10_000)])('is not %j', (token) => {
    expect(() => setUp().tokens.verify(token)).toThrow(code('auth/unauthenticated'));
  });

  it('carries nothing that could tell who somebody is', () => {
    const [, payload] = setUp().tokens.issue(USER).token.split('.');
    expect(Object.keys(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())).sort()).toEqual([
      'aud',
      'exp',
      'iat',
      'iss',
      'roles',
      'sid',
      'sub',
    ]);
  });
});
