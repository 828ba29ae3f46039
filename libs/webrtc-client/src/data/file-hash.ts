import type { Platform } from '../platform';
import { toBase64Url } from '../security/base64url';

const HASH_BYTES = 32;

/** The content hash of a file, made of the hashes of its blocks: see `FileMessage`. 32 bytes a block are held. */
export class ContentHash {
  readonly #sha256: Platform['sha256'];
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];

  constructor(sha256: Platform['sha256']) {
    this.#sha256 = sha256;
  }

  /** Takes in the block with this index; the same one may come again. Returns its hash. */
  async add(index: number, block: Uint8Array<ArrayBuffer>): Promise<string> {
    const hash = await this.#sha256(block);
    this.#blocks[index] = hash;
    return toBase64Url(hash);
  }

  /** Over the blocks taken in. */
  async digest(): Promise<string> {
    const all = new Uint8Array(this.#blocks.length * HASH_BYTES);
    this.#blocks.forEach((hash, index) => all.set(hash, index * HASH_BYTES));
    return toBase64Url(await this.#sha256(all));
  }
}
