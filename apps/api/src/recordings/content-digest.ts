import { createHash } from 'node:crypto';
import { digestMismatch } from './recordings.errors';

/** The one member of a dictionary that counts here, as a byte sequence of structured fields (RFC 9530 §2, RFC 8941 §3.3.5). */
const SHA_256 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?=,|$)/u;

/** The same as a header tells it. */
export const toldDigest = (sha256: Uint8Array): string => `sha-256=:${Buffer.from(sha256).toString('base64')}:`;

/** The SHA-256 of a body, once its `Content-Digest` has told the same. @throws DomainError `recordings/digest-mismatch` */
export function verifiedDigest(body: Uint8Array, header: string | undefined): Buffer {
  const told = SHA_256.exec(header ?? '')?.[1];
  const digest = createHash('sha256').update(body).digest();
  if (!told || !digest.equals(Buffer.from(told, 'base64'))) throw digestMismatch();
  return digest;
}
