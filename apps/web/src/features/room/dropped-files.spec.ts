import { describe, expect, it } from '@jest/globals';
import { droppedFiles } from './dropped-files';
import type { DroppedItem } from './dropped-files';

const entry = (name: string, isDirectory: boolean) => ({ name, isDirectory }) as FileSystemEntry;
const item = (kind: string, file: File | null, of: FileSystemEntry | null = null): DroppedItem => ({
  kind,
  getAsFile: () => file,
  webkitGetAsEntry: () => of,
});

describe('what is dropped or pasted', () => {
  it('are files, and folders by their name; text is neither', () => {
    const [one, two] = [new File([], 'one.txt'), new File([], 'two.png')];
    const dropped = droppedFiles([
      item('file', one, entry('one.txt', false)),
      item('string', null),
      item('file', new File([], 'photos'), entry('photos', true)),
      item('file', two),
    ]);
    expect(dropped.files).toEqual([one, two]);
    expect(dropped.folders).toEqual(['photos']);
  });
});
