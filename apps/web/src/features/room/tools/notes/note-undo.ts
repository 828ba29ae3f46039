import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import { UndoManager } from 'yjs';
import { recordsOf } from '../../../../shared/corrections/correction-record';
import type { NotesModel } from './notes-model';

/** Every editor ends its own with itself; this one has only to forget that editor. */
class LastingUndoManager extends UndoManager {
  override destroy(): void {
    for (const listeners of this._observers.values()) listeners.clear();
  }
}

/** Undoes what this person wrote and decided, and nothing of the other side. It outlives the editor. */
export function undoOf(model: NotesModel): UndoManager {
  model.undo ??= new LastingUndoManager([model.fragment, recordsOf(model.shared.document.doc)], {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: ({ meta }) => meta.get('addToHistory') !== false,
  });
  return model.undo;
}
