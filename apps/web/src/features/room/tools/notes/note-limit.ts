import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin } from '@tiptap/pm/state';

/** A character takes at most as many bytes in the document, and a little more for what it is part of. */
const BYTES_A_STEP = 4;

/** Takes no edit that would make the notes longer than the other side takes. */
export const noteLimit = (fits: (bytes: number) => boolean): Extension =>
  Extension.create({
    name: 'noteLimit',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (transaction, { doc }) =>
          !transaction.docChanged ||
          isChangeOrigin(transaction) ||
          fits((transaction.doc.nodeSize - doc.nodeSize) * BYTES_A_STEP),
      }),
    ],
  });
