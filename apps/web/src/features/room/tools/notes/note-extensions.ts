import type { AnyExtension } from '@tiptap/core';
import { Highlight } from '@tiptap/extension-highlight';
import { StarterKit } from '@tiptap/starter-kit';
import { NoteLink } from './note-link';

/** What notes are made of. Undoing is the document's: it knows whose change it was. */
export const noteExtensions: readonly AnyExtension[] = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    undoRedo: false,
    link: false,
    underline: false,
    // It would write into the document of whoever only looks.
    trailingNode: false,
  }),
  Highlight.configure({ multicolor: false }),
  NoteLink,
];
