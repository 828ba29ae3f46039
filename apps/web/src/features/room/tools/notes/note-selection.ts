import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { getRelativeSelection, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';

/**
 * One update of the other side may change the document several times: Yjs takes out formatting that nothing has any more.
 * The editor would look for the caret of before the first change in the text of after it, and throw.
 */
export const noteSelection = (): Extension =>
  Extension.create({
    name: 'noteSelection',
    addProseMirrorPlugins: () => [
      new Plugin({ view: () => ({ update: ({ state }, before) => state.doc !== before.doc && keepSelection(state) }) }),
    ],
  });

export function keepSelection(state: EditorState): void {
  const { binding } = ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding };
  if (binding.beforeTransactionSelection === null) return;
  binding.beforeTransactionSelection = getRelativeSelection(binding, state);
}
