import { describe, expect, it } from '@jest/globals';
import { DigestError, sha256Of } from './slice-digest';

describe('the digest of a slice', () => {
  it('is SHA-256 in base64, as RFC 9530 has it', async () => {
    const bytes = new TextEncoder().encode('{"hello": "world"}\n') as Uint8Array<ArrayBuffer>;
    // RFC 9530, appendix B.1.
    expect(await sha256Of(bytes)).toBe('RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=');
  });

  it('is an error of its own where the browser has none', async () => {
    const subtle = { digest: () => Promise.reject(new Error('unused')) };
    await expect(sha256Of(Uint8Array.of(1), subtle)).rejects.toThrow('unused');
    await expect(sha256Of(Uint8Array.of(1), null as unknown as undefined)).rejects.toBeInstanceOf(DigestError);
  });
});
