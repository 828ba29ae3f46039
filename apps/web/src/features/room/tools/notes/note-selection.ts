import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/**
 * Two ways in which the editor would look for a caret where there is no text any more, and throw.
 *
 * - One update of the other side may change the document several times: Yjs takes out formatting that nothing has any more.
 *   The caret of before the first change is looked for in the text of after it.
 * - An undo brings back the caret of when its step was made, with the places of that document, which the other side may have
 *   made shorter since.
 */
export const noteSelection = (): Extension =>
  Extension.create({
    name: 'noteSelection',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const { undoManager } = yUndoPluginKey.getState(view.state) as { undoManager: UndoManager };
          // After the editor's own listener, whichever of them came first.
          const popped = (): void => queueMicrotask(() => forgetPlaces(bindingOf(view.state)));
          undoManager.on('stack-item-popped', popped);
          return {
            update: ({ state }, before) => state.doc !== before.doc && keepSelection(state),
            destroy: () => undoManager.off('stack-item-popped', popped),
          };
        },
      }),
    ],
  });

export function keepSelection(state: EditorState): void {
  const binding = bindingOf(state);
  if (binding.beforeTransactionSelection === null) return;
  binding.beforeTransactionSelection = getRelativeSelection(binding, state);
}

/** The editor's code asks whether there are places; its types say that there always are. */
const NO_PLACES = { absAnchor: null, absHead: null } as unknown as { absAnchor: number; absHead: number };

/** What is left of a caret is where Yjs has it, which holds in every document. */
export function forgetPlaces(binding: ProsemirrorBinding): void {
  const caret = binding.beforeTransactionSelection;
  if (caret !== null) binding.beforeTransactionSelection = { ...caret, ...NO_PLACES };
}

const bindingOf = (state: EditorState): ProsemirrorBinding =>
  (ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding }).binding;
