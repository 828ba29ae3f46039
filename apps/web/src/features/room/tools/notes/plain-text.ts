import type { Node } from '@tiptap/pm/model';
import { writeDocument } from './write-document';

/** The notes without any marks, as one reads them aloud. */
export const toPlainText = (doc: Node): string =>
  writeDocument(doc, {
    text: (block) => block.textBetween(0, block.content.size, '\n', '\n'),
    heading: (_level, text) => text,
    quote: '  ',
    code: (text) => text,
    rule: '———',
    bullet: '• ',
  });
