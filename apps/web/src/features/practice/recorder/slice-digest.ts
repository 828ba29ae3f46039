import { toBase64 } from '../../../shared/lib/base64';

/** The page is not safe (W3C Secure Contexts): browsers hash nothing there. */
export class DigestError extends Error {
  override readonly name = 'DigestError';
}

/** SHA-256 in base64 (FIPS 180-4, RFC 9530 §2). Rejects with a `DigestError` where the browser has none. */
export async function sha256Of(
  bytes: Uint8Array<ArrayBuffer>,
  subtle: Pick<SubtleCrypto, 'digest'> | undefined = globalThis.crypto?.subtle,
): Promise<string> {
  if (!subtle) throw new DigestError('there is no Web Cryptography outside of secure contexts');
  return toBase64(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}
