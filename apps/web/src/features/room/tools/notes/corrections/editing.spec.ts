import { describe, expect, it } from '@jest/globals';
import { Slice } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { asEdits } from './as-edits';
import { cleanSlice } from './clean-slice';
import { rangeAfter, rangeBefore } from './nearby-range';
import { schema } from './testing/random-document';
import { withoutSuggestions } from './without-suggestions';

const ins = schema.mark('inserted', { id: 'a' });
const del = schema.mark('deleted', { id: 'a' });
const sign = schema.mark('inserted', { id: 'a', break: 'same', order: 1 });
const p = (...content: (string | readonly [string, ReturnType<typeof schema.mark>])[]) =>
  schema.node(
    'paragraph',
    null,
    content.map((one) => (typeof one === 'string' ? schema.text(one) : schema.text(one[0], [one[1]]))),
  );
const docOf = (...blocks: ReturnType<typeof p>[]) => schema.node('doc', null, blocks);
const stateOf = (...blocks: ReturnType<typeof p>[]) => EditorState.create({ doc: docOf(...blocks) });

describe('the keys that delete', () => {
  it('take a whole character, past what is to be taken away already', () => {
    expect(rangeBefore(docOf(p('a👍', ['b', del])), 5)).toEqual({ from: 2, to: 4 });
    expect(rangeAfter(docOf(p(['b', del], '👨‍👩‍👧c')), 1)).toEqual({ from: 2, to: 10 });
  });

  it('join blocks, and go on in the block before if that is suggested already', () => {
    const joined = schema.node('paragraph', { join: 'before:a:1' }, [schema.text('b')]);
    expect(rangeBefore(docOf(p('a'), p('b')), 4)).toEqual({ from: 2, to: 4 });
    expect(rangeBefore(docOf(p('a'), joined), 4)).toEqual({ from: 1, to: 2 });
    expect(rangeAfter(docOf(p('a'), joined), 2)).toEqual({ from: 4, to: 5 });
  });

  it('take a rule', () => {
    const doc = schema.node('doc', null, [p('a'), schema.node('horizontalRule'), p('b')]);
    expect(rangeBefore(doc, 5)).toEqual({ from: 3, to: 4 });
  });

  it('do nothing at the ends', () => {
    expect(rangeBefore(docOf(p('a')), 1)).toBeNull();
    expect(rangeAfter(docOf(p('a')), 2)).toBeNull();
  });
});

describe('what an editor would do', () => {
  it('is known as edits of words, in places of the document before', () => {
    const { tr } = stateOf(p('one two'), p('three'));
    tr.delete(1, 5).insertText('x', tr.mapping.map(11));
    expect(asEdits(tr)?.map(({ from, to, lines }) => [from, to, lines.map(String)])).toEqual([
      [1, 5, []],
      [11, 11, ['<"x">']],
    ]);
  });

  it('is known as a break where a block is split, and as a join where two become one', () => {
    expect(asEdits(stateOf(p('ab')).tr.split(2))).toMatchObject([
      { from: 2, to: 2, lines: [{ size: 0 }, { size: 0 }] },
    ]);
    expect(asEdits(stateOf(p('a'), p('b')).tr.join(3))).toMatchObject([{ from: 2, to: 4, lines: [] }]);
  });

  it('is nothing that can be suggested when it is formatting', () => {
    expect(asEdits(stateOf(p('ab')).tr.addMark(1, 3, schema.mark('bold')))).toBeNull();
    const { heading } = schema.nodes;
    if (!heading) throw new Error('no headings');
    expect(asEdits(stateOf(p('ab')).tr.setBlockType(1, 3, heading, { level: 1 }))).toBeNull();
  });
});

describe('whoever edits', () => {
  it('writes words of their own within suggested ones', () => {
    const { tr } = stateOf(p(['abcd', ins]));
    expect(withoutSuggestions(tr.insertText('X', 3)).doc.toString()).toBe(
      'doc(paragraph(inserted("ab"), "X", inserted("cd")))',
    );
  });

  it('copies and pastes what is left when everything is accepted', () => {
    const doc = docOf(p('a', ['b', del], ['c', ins], ['¶', sign], 'd'));
    const slice = cleanSlice(new Slice(doc.content, 0, 0));
    expect(slice.content.toString()).toBe('<paragraph("ac", hardBreak, "d")>');
  });
});
