import type { Node } from '@tiptap/pm/model';
import { markOf } from './corrections/pieces';
import { latexOf } from './maths/lazy-maths';
import { writeDocument } from './write-document';

/** The notes without any marks, as one reads them aloud; open corrections as `[-taken away-]` and `{+suggested+}`. */
export const toPlainText = (doc: Node): string =>
  writeDocument(doc, {
    text: (block) => joined(block.children.map(words).join('')),
    heading: (_level, text) => text,
    quote: '  ',
    code: (text) => text,
    rule: '———',
    bullet: '• ',
  });

function words(node: Node): string {
  const text = node.type.name === 'inlineMaths' ? latexOf(node.attrs.latex) : (node.text ?? '\n');
  if (markOf(node.marks, 'inserted')) return `{+${text}+}`;
  return markOf(node.marks, 'deleted') ? `[-${text}-]` : text;
}

/** A correction whose words are formatted differently is one. */
const joined = (text: string): string => text.replaceAll('+}{+', '').replaceAll('-][-', '');
