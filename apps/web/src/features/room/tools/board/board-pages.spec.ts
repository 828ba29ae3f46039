import { beforeEach, describe, expect, it } from '@jest/globals';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { pictures } from '../../../../shared/pictures/testing/picture-samples';
import { BOARD_LIMITS } from './board-limits';
import { addPage, deletePage, FIRST_PAGE, pageName, pagesOf, renamePage, unusedFiles } from './board-pages';
import { BoardPart } from './board-part';
import { rectangle } from './testing/board-elements';

let doc: Doc;
let part: BoardPart;
beforeEach(() => {
  doc = new Doc();
  part = new BoardPart(doc);
});

const exchange = (a: Doc, b: Doc): void => {
  applyUpdate(a, encodeStateAsUpdate(b));
  applyUpdate(b, encodeStateAsUpdate(a));
};

describe('the pages of a board', () => {
  it('are one at first, on both sides the same', () => {
    expect(pagesOf(part)).toEqual([{ id: FIRST_PAGE, name: '' }]);
  });

  it('are added at the end, renamed, and deleted with all that is on them', () => {
    addPage(part, 'two', ' Triangles ');
    addPage(part, 'three', '');
    renamePage(part, FIRST_PAGE, '분수');
    part.setElement('two', 'x', rectangle({ id: 'x' }));
    part.setElement('three', 'y', rectangle({ id: 'y' }));
    expect(pagesOf(part)).toEqual([
      { id: FIRST_PAGE, name: '분수' },
      { id: 'two', name: 'Triangles' },
      { id: 'three', name: '' },
    ]);
    expect(deletePage(part, 'two')).toBe(true);
    expect(pagesOf(part).map(({ id }) => id)).toEqual([FIRST_PAGE, 'three']);
    expect([part.elementIds('two'), part.elementIds('three')]).toEqual([[], ['y']]);
    expect(deletePage(part, FIRST_PAGE)).toBe(true);
    expect(deletePage(part, 'three')).toBe(false);
    expect(pagesOf(part).map(({ id }) => id)).toEqual(['three']);
  });

  it('can be renamed while there is only the first, and that adds none', () => {
    renamePage(part, FIRST_PAGE, 'Topic');
    expect(pagesOf(part)).toEqual([{ id: FIRST_PAGE, name: 'Topic' }]);
  });

  it('are all kept when both add one at once, in the same order', () => {
    const other = new Doc();
    const theirs = new BoardPart(other);
    part.setElement(FIRST_PAGE, 'mine', rectangle({ id: 'mine' }));
    theirs.setElement(FIRST_PAGE, 'yours', rectangle({ id: 'yours' }));
    addPage(part, 'b', 'mine');
    addPage(theirs, 'a', 'yours');
    exchange(doc, other);
    expect(pagesOf(part)).toEqual(pagesOf(theirs));
    expect(pagesOf(part).map(({ id }) => id)).toEqual([FIRST_PAGE, 'a', 'b']);
    expect(part.elementIds(FIRST_PAGE).sort()).toEqual(['mine', 'yours']);
  });

  it('are one again when both delete the other’s last one at once', () => {
    addPage(part, 'two', '');
    const other = new Doc();
    exchange(doc, other);
    deletePage(part, FIRST_PAGE);
    deletePage(new BoardPart(other), 'two');
    exchange(doc, other);
    expect(pagesOf(part)).toEqual([{ id: FIRST_PAGE, name: '' }]);
  });

  it('are not more than there can be', () => {
    for (let index = 1; index < BOARD_LIMITS.pages; index += 1) expect(addPage(part, `p${index}`, '')).toBe(true);
    expect(addPage(part, 'more', '')).toBe(false);
    for (let index = 0; index < 100; index += 1) part.setPage(`hostile${index}`, { name: '', order: -1 });
    expect(pagesOf(part)).toHaveLength(BOARD_LIMITS.pages);
  });

  it('are none of those that are written wrongly', () => {
    for (const [id, record] of Object.entries({
      a: { name: 'x'.repeat(1_000), order: 1 },
      b: { name: 'x', order: Number.NaN },
      c: { name: 7, order: 1 },
      ['d'.repeat(100)]: { name: 'x', order: 1 },
      'e:f': { name: 'x', order: 1 },
    })) {
      part.setPage(id, record);
    }
    expect(pagesOf(part)).toEqual([{ id: FIRST_PAGE, name: '' }]);
  });
});

describe('the name of a page', () => {
  it('is one line of at most 80 characters', () => {
    expect(pageName('  a \n\t b ')).toBe('a b');
    expect(pageName('각'.repeat(200))).toBe('각'.repeat(80));
    expect(pageName('   ')).toBe('');
  });
});

describe('pictures', () => {
  it('that no page shows go with the next page that is deleted', () => {
    const bytes = pictures.jpeg(8, 8);
    addPage(part, 'two', '');
    for (const id of ['used', 'unused']) part.setFile(id, { mimeType: 'image/jpeg', bytes });
    part.setElement(FIRST_PAGE, 'x', rectangle({ id: 'x', type: 'image', fileId: 'used' }));
    expect(unusedFiles(part)).toEqual(['unused']);
    deletePage(part, 'two');
    expect(part.fileIds()).toEqual(['used']);
  });
});
