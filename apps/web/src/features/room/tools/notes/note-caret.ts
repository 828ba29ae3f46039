import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import type { Transaction } from 'yjs';
import { keepSelection } from './note-selection';

/** Of ProseMirror's view, which its types leave out. */
interface Observing {
  readonly domObserver: { flush(): void; pendingRecords(): readonly unknown[] };
}

/** Has the editor know where the caret is: a browser tells late that it was moved (`selectionchange`). */
export function readCaret(view: EditorView): void {
  (view as EditorView & Observing).domObserver.flush();
}

/**
 * What comes from the other side is drawn with the caret where this side moved it in that moment: drawing puts it back where
 * the editor last knew it to be, and a key such as Home would be lost.
 */
export const noteCaret = (awareness: Awareness): Extension =>
  Extension.create({
    name: 'noteCaret',
    // Before the other side's caret is drawn.
    priority: 1_001,
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const beforeDrawing = (): void => {
            setTimeout(() => readMovedCaret(view));
          };
          const beforeTheirs = ({ local }: Transaction): void => {
            if (local) return;
            readMovedCaret(view);
            keepSelection(view.state);
          };
          awareness.on('change', beforeDrawing);
          awareness.doc.on('beforeTransaction', beforeTheirs);
          return {
            destroy: () => {
              awareness.off('change', beforeDrawing);
              awareness.doc.off('beforeTransaction', beforeTheirs);
            },
          };
        },
      }),
    ],
  });

/** Only that: letters that were typed are no part of what the other side does. */
function readMovedCaret(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  if ((view as EditorView & Observing).domObserver.pendingRecords().length === 0) readCaret(view);
}
