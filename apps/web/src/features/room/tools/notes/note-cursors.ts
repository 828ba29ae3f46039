import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromJSON } from 'yjs';
import type { Doc } from 'yjs';

/** Shows the other side's caret with the name that the room knows them by, and tells them where this one is. */
export const noteCursors = (awareness: Awareness, partner: string): Extension =>
  Extension.create({
    name: 'noteCursors',
    // After the document's own plugin, whose state it reads.
    priority: 999,
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (own: number, id: number, state: unknown) =>
          own !== id && isSomewhere(awareness.doc, state),
        cursorBuilder: () => caretOf(partner),
        selectionBuilder: () => ({ class: 'note-selection' }),
      }),
    ],
  });

/** A place of the other side's making may be one at which Yjs throws. */
export function isSomewhere(doc: Doc, state: unknown): boolean {
  const { cursor } = state as { cursor?: { anchor: unknown; head: unknown } };
  if (!cursor) return false;
  try {
    return [cursor.anchor, cursor.head].every(
      (place) => createAbsolutePositionFromRelativePosition(createRelativePositionFromJSON(place), doc) !== null,
    );
  } catch {
    return false;
  }
}

function caretOf(name: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'note-caret';
  const label = document.createElement('span');
  label.className = 'note-caret-name';
  label.textContent = name;
  caret.append(label);
  return caret;
}
