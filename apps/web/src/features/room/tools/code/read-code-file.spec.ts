import { describe, expect, it } from '@jest/globals';
import { readCodeFile } from './read-code-file';

describe('a file that is opened as code', () => {
  it.each([
    ['words', new Blob(['print("안녕")']), { text: 'print("안녕")' }],
    ['a picture', new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff)]), 'no-text'],
    ['bytes that end no words', new Blob(['a\0b']), 'no-text'],
    ['nothing', new Blob(['\n ']), 'no-text'],
    ['more than is shown', new Blob(['a'.repeat(50_001)]), 'too-large'],
    ['more than is read', new Blob(['가'.repeat(70_000)]), 'too-large'],
  ])('may hold %s', async (_what, file, read) => {
    expect(await readCodeFile(file)).toEqual(read);
  });
});
