import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

type Json = Record<string, unknown>;

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Json;
const hmac = (text: string, secret: string, hash = 'sha256') =>
  createHmac(hash, secret).update(text).digest('base64url');

interface Genuine {
  readonly header: Json;
  readonly payload: Json;
  readonly signature: string;
  readonly token: string;
}

/** Thirty ways to make a token that must not work (RFC 8725, and OWASP ASVS 5.0 chapter 9). */
function forgeries(
  { header, payload, signature, token }: Genuine,
  secret: string,
  other: TestUser,
): [string, string][] {
  const signed = (changed: { header?: Json; payload?: Json }, key = secret, hash?: string) => {
    const text = `${encode({ ...header, ...changed.header })}.${encode({ ...payload, ...changed.payload })}`;
    return `${text}.${hmac(text, key, hash)}`;
  };
  const rewritten = (change: Json) => `${encode(header)}.${encode({ ...payload, ...change })}.${signature}`;
  const unsigned = (alg: string) => `${encode({ ...header, alg })}.${encode(payload)}.`;
  const now = Math.floor(Date.now() / 1000);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const rsaText = `${encode({ ...header, alg: 'RS256' })}.${encode(payload)}`;
  const last = signature.at(-1) === 'A' ? 'B' : 'A';
  return [
    ['no signature, alg none', unsigned('none')],
    ['no signature, alg None', unsigned('None')],
    ['no signature, alg NONE', unsigned('NONE')],
    ['no signature, the right alg', unsigned('HS256')],
    ['no signature part at all', `${encode(header)}.${encode(payload)}`],
    ['alg none with the old signature', `${encode({ ...header, alg: 'none' })}.${encode(payload)}.${signature}`],
    ['a signature with another key', signed({}, 'another-key-that-is-long-enough-to-be-one')],
    ['a signature with an empty key', signed({}, '')],
    ['HS384', signed({ header: { alg: 'HS384' } }, secret, 'sha384')],
    ['HS512', signed({ header: { alg: 'HS512' } }, secret, 'sha512')],
    [
      'RS256 with a key of one’s own',
      `${rsaText}.${sign('sha256', Buffer.from(rsaText), privateKey).toString('base64url')}`,
    ],
    ['HS256 with a public key as secret', signed({}, pem)],
    ['a key in the header', signed({ header: { jwk: publicKey.export({ format: 'jwk' }) } }, 'x'.repeat(48))],
    ['a key address in the header', signed({ header: { jku: 'https://evil.example/keys' } }, 'x'.repeat(48))],
    ['a key path in the header', signed({ header: { kid: '../../../../dev/null' } }, '')],
    ['another user, the old signature', rewritten({ sub: other.id })],
    ['more roles, the old signature', rewritten({ roles: ['student', 'mentor'] })],
    ['a longer life, the old signature', rewritten({ exp: now + 86_400 })],
    ['a signature with its last letter changed', `${token.slice(0, -1)}${last}`],
    ['a signature with its first letter gone', `${encode(header)}.${encode(payload)}.${signature.slice(1)}`],
    ['a token that ended', signed({ payload: { iat: now - 1200, exp: now - 600 } })],
    ['a token without an end', signed({ payload: { exp: undefined } })],
    ['an end that is no number', signed({ payload: { exp: 'never' } })],
    ['another issuer', signed({ payload: { iss: 'evil' } })],
    ['another audience', signed({ payload: { aud: 'another-api' } })],
    ['no audience', signed({ payload: { aud: undefined } })],
    ['another type of token', signed({ header: { typ: 'JWT' } })],
    ['no type of token', signed({ header: { typ: undefined } })],
    ['a user that is no id', signed({ payload: { sub: '1 OR 1=1' } })],
    ['no session', signed({ payload: { sid: undefined } })],
    ['a role that does not exist', signed({ payload: { roles: ['owner'] } })],
    ['roles that are no list', signed({ payload: { roles: 'student' } })],
    ['a token from the future', signed({ payload: { nbf: now + 600 } })],
    ['a payload that is no JSON', `${encode(header)}.${Buffer.from('{').toString('base64url')}.${signature}`],
    ['four parts', `${token}.${signature}`],
  ];
}

describe('a forged access token', () => {
  let api: TestApi;
  let tokens: [string, string][];
  let genuine: string;
  beforeAll(async () => {
    api = await startTestApi();
    const user = await api.registerStudent();
    genuine = user.accessToken;
    const [header, payload, signature = ''] = genuine.split('.');
    tokens = forgeries(
      { header: decode(header), payload: decode(payload), signature, token: genuine },
      api.jwtSecret,
      await api.registerMentor(),
    );
  });
  afterAll(() => api.close());

  it('is told from a genuine one by the test itself', async () => {
    const [header, payload, signature] = genuine.split('.');
    expect(hmac(`${header}.${payload}`, api.jwtSecret)).toBe(signature);
    expect((await api.get('/api/auth/me', { accessToken: genuine })).status).toBe(200);
  });

  it('opens nothing over REST', async () => {
    expect(tokens.length).toBeGreaterThanOrEqual(30);
    for (const [what, accessToken] of tokens) {
      const answer = await api.get('/api/auth/me', { accessToken });
      expect([what, answer.status]).toEqual([what, 401]);
      expect(codeOf(answer)).toMatch(/^auth\/(?:unauthenticated|token-expired)$/u);
    }
  });

  it('opens no socket', async () => {
    for (const [what, token] of tokens) {
      const refusal = await TestSocket.connect(api.url, token).then(
        () => 'let in',
        (error: Error) => error.message,
      );
      expect([what, refusal]).toEqual([what, expect.stringMatching(/^auth\/(?:unauthenticated|token-expired)$/u)]);
    }
  });

  it.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['a scheme without a token', { authorization: 'Bearer ' }],
    ['a token in the address', {}],
  ])('is not needed to be refused: %s', async (what, headers) => {
    const path = what === 'a token in the address' ? `/api/auth/me?access_token=${genuine}` : '/api/auth/me';
    const answer = await api.get(path, undefined, headers as Record<string, string>);
    expect([answer.status, codeOf(answer)]).toEqual([401, 'auth/unauthenticated']);
  });
});
