import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readBytes } from './read-bytes';

const body = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('the bytes of a body', () => {
  it('are read as they come, up to the most', async () => {
    expect((await readBytes(body('ab', 'c'), 3)).toString()).toBe('abc');
    await expect(readBytes(body('ab', 'cd'), 3)).rejects.toEqual(code('request/too-large'));
  });

  it('are some', async () => {
    await expect(readBytes(body(), 3)).rejects.toEqual(code('recordings/wrong-type'));
    for (const none of [undefined, {}, 'abc', Buffer.from('abc')]) {
      await expect(readBytes(none, 3)).rejects.toEqual(code('recordings/wrong-type'));
    }
  });

  it('may break off', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('gone')) });
    await expect(readBytes(broken, 3)).rejects.toEqual(code('request/invalid'));
  });
});
