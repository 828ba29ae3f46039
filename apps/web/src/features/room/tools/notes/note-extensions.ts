import type { AnyExtension } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Highlight } from '@tiptap/extension-highlight';
import { StarterKit } from '@tiptap/starter-kit';
import { CarriedAttribute, Deleted, Inserted, SuggestionAttributes } from './corrections/suggestion-marks';
import { InlineMaths } from './maths/inline-maths';
import { NoteLink } from './note-link';

/** Said before suggested words, and before those that are to be taken away. */
export interface SuggestionWords {
  readonly inserted: string;
  readonly deleted: string;
}

/** What notes are made of. Undoing is the document's: it knows whose change it was. */
export const noteExtensions = (says: SuggestionWords = { inserted: '', deleted: '' }): AnyExtension[] => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    undoRedo: false,
    link: false,
    underline: false,
    code: false,
    codeBlock: false,
    // It would write into the document of whoever only looks.
    trailingNode: false,
  }),
  // Code has no other formatting, but it can be corrected.
  Code.extend({ excludes: 'code bold italic strike highlight link' }),
  CodeBlock.extend({ marks: 'inserted deleted' }),
  Highlight.configure({ multicolor: false }),
  NoteLink,
  InlineMaths,
  Inserted.configure({ says: says.inserted }),
  Deleted.configure({ says: says.deleted }),
  SuggestionAttributes,
  CarriedAttribute,
];
