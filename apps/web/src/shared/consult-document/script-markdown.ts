import { inlineMarkdown } from './inline-markdown';
import type { Script, ScriptBlock } from './script';

/** The script as CommonMark; what was suggested stands there as `<ins>` and `<del>` (CommonMark 6.6, raw HTML). */
export function toMarkdown({ blocks }: Script): string {
  const text = writeBlocks(blocks).trimEnd();
  return text === '' ? '' : `${text}\n`;
}

function writeBlocks(blocks: readonly ScriptBlock[], between = '\n\n'): string {
  return blocks.map(writeBlock).join(between);
}

function writeBlock(block: ScriptBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return escapeLines(inlineMarkdown(block.content));
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarkdown(block.content).replaceAll(/\\?\n/gu, ' ')}`;
    case 'code': {
      const text = block.content.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
      const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length))));
      return `${fence}${/^[\w+#.-]{1,20}$/u.test(block.language) ? block.language : ''}\n${text}\n${fence}`;
    }
    case 'quote':
      return indent(writeBlocks(block.blocks), '> ', '> ');
    case 'list':
      return block.items
        .map((item, index) => {
          const first = block.start === null ? '- ' : `${block.start + index}. `;
          return indent(writeBlocks(item, isShort(item) ? '\n' : '\n\n'), first, ' '.repeat(first.length));
        })
        .join('\n');
    case 'rule':
      return '---';
    case 'math':
      return `$$\n${block.latex}\n$$`;
  }
}

/** One paragraph, and at most lists below it. */
const isShort = (item: readonly ScriptBlock[]): boolean =>
  item.every(({ kind }, at) => (at === 0) === (kind === 'paragraph'));

function indent(text: string, first: string, others: string): string {
  const lines = text.split('\n');
  return lines.map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd()).join('\n');
}

/** What would begin a heading, a list or a rule at the beginning of a line. */
const escapeLines = (text: string): string =>
  text
    .replaceAll(/^[ \t]+/gmu, '')
    .replaceAll(/^(?:#{1,6}|[-+])(?=\s|$)|^(?:-{3,}|={1,})(?=\s*$)/gmu, '\\$&')
    .replaceAll(/^(\d{1,9})([.)])(?=\s|$)/gmu, '$1\\$2');
