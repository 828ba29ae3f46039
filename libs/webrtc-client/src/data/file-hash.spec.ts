import { describe, expect, it } from '@jest/globals';
import { fakePlatform } from '../testing';
import { toBase64Url } from '../security/base64url';
import { ContentHash } from './file-hash';

const platform = fakePlatform();
const sha256 = (data: Uint8Array<ArrayBuffer>) => platform.sha256(data);
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('ContentHash', () => {
  it('is the hash of the hashes of the blocks, whatever order they came in and however often', async () => {
    const [one, two] = [bytesOf('one'), bytesOf('two')];
    const expected = toBase64Url(await sha256(new Uint8Array([...(await sha256(one)), ...(await sha256(two))])));
    const hash = new ContentHash(sha256);
    await hash.add(1, two);
    expect(await hash.add(0, one)).toBe(toBase64Url(await sha256(one)));
    await hash.add(1, two);
    expect(await hash.digest()).toBe(expected);
  });

  it('is the hash of nothing for an empty file', async () => {
    expect(await new ContentHash(sha256).digest()).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
  });
});
