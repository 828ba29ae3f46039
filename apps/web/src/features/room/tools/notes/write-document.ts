import type { Node } from '@tiptap/pm/model';

/** How a document is written as characters. */
export interface TextStyle {
  /** The words of one block. */
  text(block: Node): string;
  heading(level: number, text: string): string;
  /** Said before every line of what is quoted. */
  readonly quote: string;
  code(text: string, language: unknown): string;
  readonly rule: string;
  readonly bullet: string;
}

/** Writes the notes as a file; it ends with a line break unless there is nothing in it. */
export function writeDocument(doc: Node, style: TextStyle): string {
  const text = blocks(doc, style).trimEnd();
  return text === '' ? '' : `${text}\n`;
}

function blocks(parent: Node, style: TextStyle, between = '\n\n'): string {
  return parent.children.map((child) => block(child, style)).join(between);
}

function block(node: Node, style: TextStyle): string {
  switch (node.type.name) {
    case 'heading':
      return style.heading(wholeNumber(node.attrs.level, 1, 6), style.text(node));
    case 'blockquote':
      return indent(blocks(node, style), style.quote, style.quote);
    case 'codeBlock':
      return style.code(node.textContent, node.attrs.language);
    case 'horizontalRule':
      return style.rule;
    case 'bulletList':
      return list(node, style, () => style.bullet);
    case 'orderedList': {
      const start = wholeNumber(node.attrs.start, 0, 99_999_999);
      return list(node, style, (index) => `${start + index}. `);
    }
    default:
      return style.text(node);
  }
}

function list(node: Node, style: TextStyle, marker: (index: number) => string): string {
  return node.children
    .map((item, index) => {
      const first = marker(index);
      const isShort = item.children.every(({ type }, at) => (at === 0) === (type.name === 'paragraph'));
      return indent(blocks(item, style, isShort ? '\n' : '\n\n'), first, ' '.repeat(first.length));
    })
    .join('\n');
}

function indent(text: string, first: string, others: string): string {
  const lines = text.split('\n');
  return lines.map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd()).join('\n');
}

/** The other side may have written anything. */
function wholeNumber(value: unknown, least: number, most: number): number {
  return typeof value === 'number' && value >= least && value <= most ? Math.trunc(value) : 1;
}
