import { describe, expect, it } from '@jest/globals';
import { keptPages } from './kept-pages';

const rectangle = (id: string, changes: object = {}) => ({
  ...{ type: 'rectangle', id, x: 0, y: 0, width: 10, height: 10 },
  ...{ seed: 1, version: 1, versionNonce: 1, index: 'a0' },
  ...changes,
});

describe('the pages of a kept board', () => {
  it('are those with something on them, in their order and by their names', () => {
    const pages = keptPages([
      ['page:first', { name: '', order: 0 }],
      ['page:two', { name: 'Fractions', order: 1 }],
      ['page:empty', { name: 'Empty', order: 2 }],
      ['element:two:a', rectangle('a')],
      ['element:first:b', rectangle('b')],
    ]);
    expect(pages.map(({ id, name, elements }) => [id, name, elements.length])).toEqual([
      ['first', '', 1],
      ['two', 'Fractions', 1],
    ]);
  });

  it('have nothing on them that the board itself would not show', () => {
    const pages = keptPages([
      ['element:first:a', rectangle('a')],
      ['element:first:b', { type: 'iframe', id: 'b', link: 'https://example.org' }],
      ['element:first:c', rectangle('c', { x: Number.NaN })],
      ['element:first:d', rectangle('d', { type: 'image', fileId: 'svg' })],
      ['file:svg', { mimeType: 'image/svg+xml', bytes: Uint8Array.from([60, 115, 118, 103]) }],
      ['element:first:e', 'text'],
    ]);
    expect(pages[0]?.elements.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(pages[0]?.images.size).toBe(0);
  });

  it('are none of a board that nobody drew on', () => {
    expect(keptPages([])).toEqual([]);
    expect(keptPages([['page:first', { name: 'a', order: 1 }]])).toEqual([]);
  });
});
