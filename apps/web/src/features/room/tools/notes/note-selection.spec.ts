import { describe, expect, it } from '@jest/globals';
import { getRelativeSelection, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import { Doc } from 'yjs';
import { HeadlessEditor, sync } from './corrections/testing/headless-editor';
import { schema } from './corrections/testing/random-document';
import { forgetPlaces } from './note-selection';

const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)]);
const bindingOf = ({ state }: HeadlessEditor) =>
  (ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding }).binding;

/** Somebody whose caret was far behind, in a document that the other side has made short since. */
function afterItWasShortened() {
  const mine = new HeadlessEditor().fill(schema.node('doc', null, [paragraph('b'.repeat(200))]));
  const theirs = new HeadlessEditor(new Doc());
  sync(mine.doc, theirs.doc);
  const binding = bindingOf(mine.select(150));
  const caret = getRelativeSelection(binding, mine.state);
  theirs.view.dispatch(theirs.state.tr.delete(1, 190));
  sync(mine.doc, theirs.doc);
  // As an undo has it.
  binding.beforeTransactionSelection = caret;
  const theyWrite = () => {
    theirs.view.dispatch(theirs.state.tr.insertText('x', 1));
    sync(mine.doc, theirs.doc);
  };
  return { mine, binding, theyWrite };
}

describe('the caret that an undo brings back', () => {
  it('is looked for where it is no more, if it keeps its places', () => {
    expect(afterItWasShortened().theyWrite).toThrow('out of range');
  });

  it('is where Yjs has it once they are forgotten', () => {
    const { mine, binding, theyWrite } = afterItWasShortened();
    forgetPlaces(binding);
    theyWrite();
    expect(mine.text).toContain('x');
    forgetPlaces(binding);
    expect(binding.beforeTransactionSelection).toBeNull();
  });
});
