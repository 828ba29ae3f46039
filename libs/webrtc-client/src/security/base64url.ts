/** Bytes as base64url without padding (RFC 4648 §5): 32 bytes are 43 characters. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Whether a text can be 32 bytes of base64url; what the other side sends is anything until then. */
export function isBase64UrlOf32Bytes(text: unknown): text is string {
  // The last of 43 characters carries four bits and two zeros: only one text stands for given bytes.
  return typeof text === 'string' && /^[\w-]{42}[AEIMQUYcgkosw048]$/.test(text);
}
