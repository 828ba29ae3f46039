import type { ScriptInline, ScriptMarks } from './script';

/** From the outermost to the innermost. */
const MARKS = ['change', 'href', 'bold', 'italic', 'strike', 'highlight', 'code'] as const;
type MarkName = (typeof MARKS)[number];

const DELIMITERS = { bold: '**', italic: '*', strike: '~~', highlight: '==' } as const;
const CHANGES = { inserted: 'ins', deleted: 'del' } as const;

/** Words with their marks. */
export function inlineMarkdown(pieces: readonly ScriptInline[], depth = 0): string {
  const name = MARKS[depth];
  if (name === undefined) return pieces.map(leaf).join('');
  return groupsBy(pieces, name)
    .map(({ value, group }) => {
      if (!value) return inlineMarkdown(group, depth + 1);
      if (name === 'code') return codeSpan(group.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(''));
      return wrap(name, value, inlineMarkdown(group, depth + 1));
    })
    .join('');
}

interface Group {
  readonly value: ScriptMarks[MarkName];
  readonly group: ScriptInline[];
}

/** What stands side by side under the same mark of that name, or without one. */
function groupsBy(pieces: readonly ScriptInline[], name: MarkName): Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const value = markOf(piece, name);
    const last = groups.at(-1);
    if (last && last.value === value) last.group.push(piece);
    else groups.push({ value, group: [piece] });
  }
  return groups;
}

function markOf(piece: ScriptInline, name: MarkName): ScriptMarks[MarkName] {
  if (piece.kind === 'text') return piece.marks[name];
  return name === 'change' ? piece.change : undefined;
}

function leaf(piece: ScriptInline): string {
  if (piece.kind === 'break') return '\\\n';
  if (piece.kind === 'math') return `$${piece.latex}$`;
  return piece.text.replaceAll(/[\\`*_[\]<>]|~~|==|&(?=#?\w+;)/gu, '\\$&');
}

/** Spaces at the ends stay outside: `** so **` is not bold. */
function wrap(name: Exclude<MarkName, 'code'>, value: string | true, text: string): string {
  if (name === 'change')
    return `<${CHANGES[value as keyof typeof CHANGES]}>${text}</${CHANGES[value as keyof typeof CHANGES]}>`;
  const [, before = '', words = '', after = ''] = /^((?:\\\n|\s)*)(.*?)((?:\\\n|\s)*)$/su.exec(text) ?? [];
  if (words === '') return text;
  if (name !== 'href') return `${before}${DELIMITERS[name]}${words}${DELIMITERS[name]}${after}`;
  return `${before}[${words}](<${String(value).replaceAll('>', '%3E')}>)${after}`;
}

/** Between fences that are longer than any within. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('\n', ' ')}${space}${fence}`;
}
