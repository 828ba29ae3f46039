import { createHmac, createSecretKey, randomUUID } from 'node:crypto';

const LIFETIME_SECONDS = 600;

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEADER = encoded({ alg: 'HS256', typ: 'at+jwt' });

/** Makes access tokens as the product does (RFC 7519), for users that a benchmark put into the database. */
export function tokenMaker(secret) {
  const key = createSecretKey(Buffer.from(secret));
  return (userId, roles) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      sub: userId,
      sid: randomUUID(),
      roles,
      iat: now,
      exp: now + LIFETIME_SECONDS,
      aud: 'ieum-api',
      iss: 'ieum',
    };
    const signed = `${HEADER}.${encoded(claims)}`;
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };
}
