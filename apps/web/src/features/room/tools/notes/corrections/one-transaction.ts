import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import type { Doc } from 'yjs';

interface SyncState {
  readonly binding: ProsemirrorBinding;
  readonly doc: Doc;
}

/**
 * Changes the text and other parts of its document at once: the other side never sees one without the other, and they are
 * undone together. `change` changes the editor’s state first.
 */
export function inOneTransaction(view: EditorView, change: () => void): void {
  const { binding, doc } = ySyncPluginKey.getState(view.state) as SyncState;
  // Within, the editor’s own way to the document is shut: it would take its own words for somebody else’s.
  binding.mux(() =>
    doc.transact(() => {
      change();
      binding._prosemirrorChanged(view.state.doc);
    }, ySyncPluginKey),
  );
}
