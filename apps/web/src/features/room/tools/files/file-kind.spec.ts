import { describe, expect, it } from '@jest/globals';
import { canRunCode, fileKind } from './file-kind';

describe('the kind of a file', () => {
  it.each([
    ['자기소개서.hwp', '', 'document'],
    ['PHOTO.JPG', 'image/jpeg', 'picture'],
    ['photo.png.exe', 'image/png', 'program'],
    ['photo', 'image/png', 'picture'],
    ['drawing', 'image/svg+xml', 'page'],
    ['drawing.svg', 'image/svg+xml', 'page'],
    ['index.html', 'image/png', 'page'],
    ['data.xyz', 'image/png', 'other'],
    ['what', '', 'other'],
    ['what', 'constructor/x', 'other'],
    ['dots.', 'text/plain', 'document'],
  ])('%s told as %p is a %s', (name, mediaType, kind) => {
    expect(fileKind(name, mediaType)).toBe(kind);
  });

  it('says what can run code', () => {
    expect(['program', 'page', 'picture', 'archive', 'other'].filter((kind) => canRunCode(kind as never))).toEqual([
      'program',
      'page',
    ]);
  });
});
