import { describe, expect, it } from '@jest/globals';
import { Doc } from 'yjs';
import { HeadlessEditor, sync } from './corrections/testing/headless-editor';
import { schema } from './corrections/testing/random-document';

const paragraph = () => schema.node('paragraph');

/** Two who have the same empty lines. */
function together(doc = schema.node('doc', null, [paragraph(), paragraph()])) {
  const mine = new HeadlessEditor().fill(doc);
  const theirs = new HeadlessEditor(new Doc());
  sync(mine.doc, theirs.doc);
  return { mine, theirs };
}

const write = ({ view }: HeadlessEditor, text: string): void => {
  for (const letter of text) view.dispatch(view.state.tr.insertText(letter));
};

/** Each of both, in the order of what is written. */
const bothWays = (one: string, other: string): RegExp => new RegExp(`^(${one}${other}|${other}${one})$`);

describe('an empty line', () => {
  it.each([
    ['a paragraph', paragraph(), 1],
    ['a heading', schema.node('heading', { level: 1 }), 1],
    ['a quoted paragraph', schema.node('blockquote', null, [paragraph()]), 2],
  ])('of %s has what both begin to write at once, once', (_kind, block, caret) => {
    for (let times = 0; times < 8; times += 1) {
      const { mine, theirs } = together(schema.node('doc', null, [block]));
      write(mine.select(caret), 'ABC');
      write(theirs.select(caret), 'xyz');
      sync(mine.doc, theirs.doc);
      write(mine, 'DEF');
      write(theirs, 'uvw');
      sync(mine.doc, theirs.doc);
      expect(mine.text).toMatch(bothWays('ABCDEF', 'xyzuvw'));
      expect(theirs.text).toBe(mine.text);
    }
  });

  it('that was emptied, or made by a line break, is one, too', () => {
    const { mine, theirs } = together();
    write(mine.select(1), 'old');
    mine.view.dispatch(mine.state.tr.delete(1, 4).split(1));
    sync(mine.doc, theirs.doc);
    for (const caret of [1, 3]) {
      write(mine.select(caret), 'A');
      write(theirs.select(caret), 'x');
      sync(mine.doc, theirs.doc);
      write(mine, 'B');
      write(theirs, 'y');
      sync(mine.doc, theirs.doc);
      mine.view.dispatch(mine.state.tr.delete(caret, caret + 4));
      sync(mine.doc, theirs.doc);
      expect([mine.text, theirs.text]).toEqual(['||', '||']);
    }
  });

  it('comes back with what the other side wrote in it', () => {
    const { mine, theirs } = together();
    mine.view.dispatch(mine.state.tr.split(1));
    mine.undo.undo();
    expect(mine.text).toBe('|');
    mine.undo.redo();
    sync(mine.doc, theirs.doc);
    write(theirs.select(1), 'x');
    sync(mine.doc, theirs.doc);
    expect([mine.text, theirs.text]).toEqual(['x||', 'x||']);
  });
});
