import type { Mark, Node } from '@tiptap/pm/model';
import { safeHref } from '../../../../shared/lib/safe-href';
import { latexOf } from './maths/lazy-maths';
import { writeDocument } from './write-document';

/**
 * The notes as CommonMark, with `~~struck~~` and `==highlighted==` words, which many programs know, and open corrections
 * as `{--taken away--}` and `{++suggested++}` (CriticMarkup).
 */
export const toMarkdown = (doc: Node): string =>
  writeDocument(doc, {
    text: (block) => escapeLines(inline(block.children)),
    heading: (level, text) => `${'#'.repeat(level)} ${text.replaceAll(/\\?\n/gu, ' ')}`,
    quote: '> ',
    code: (text, language) => {
      const fence = fenceFor(text, 3);
      const name = typeof language === 'string' && /^[\w+#.-]{1,20}$/u.test(language) ? language : '';
      return `${fence}${name}\n${text}\n${fence}`;
    },
    rule: '---',
    bullet: '- ',
  });

/** From the outermost to the innermost. */
const MARKS = ['deleted', 'inserted', 'link', 'bold', 'italic', 'strike', 'highlight', 'code'] as const;
const DELIMITERS = { bold: '**', italic: '*', strike: '~~', highlight: '==' } as const;
const SUGGESTIONS = { deleted: ['{--', '--}'], inserted: ['{++', '++}'] } as const;

function inline(nodes: readonly Node[], depth = 0): string {
  const name = MARKS[depth];
  if (name === undefined) return nodes.map(leaf).join('');
  return groupsBy(nodes, name)
    .map(({ mark, group }) => {
      if (!mark) return inline(group, depth + 1);
      if (name === 'code') return codeSpan(group.map(({ textContent }) => textContent).join(''));
      const text = inline(group, depth + 1);
      if (name === 'deleted' || name === 'inserted') return between(SUGGESTIONS[name], text);
      return wrap(name, mark, text);
    })
    .join('');
}

const between = ([before, after]: readonly [string, string], text: string): string => `${before}${text}${after}`;

interface Group {
  readonly mark: Mark | undefined;
  readonly group: Node[];
}

/** What stands side by side under the same mark of that name, or without one. */
function groupsBy(nodes: readonly Node[], name: string): Group[] {
  const groups: Group[] = [];
  for (const node of nodes) {
    const mark = node.marks.find(({ type }) => type.name === name);
    const last = groups.at(-1);
    if (last && isSame(last.mark, mark)) last.group.push(node);
    else groups.push({ mark, group: [node] });
  }
  return groups;
}

const isSame = (one: Mark | undefined, other: Mark | undefined) => (one && other ? one.eq(other) : one === other);

function leaf(node: Node): string {
  if (node.type.name === 'hardBreak') return '\\\n';
  if (node.type.name === 'inlineMaths') return `$${latexOf(node.attrs.latex)}$`;
  return (node.text ?? '').replaceAll(/[\\`*_[\]<>]|~~|==|&(?=#?\w+;)/gu, '\\$&');
}

/** Spaces at the ends stay outside: `** so **` is not bold. */
function wrap(
  name: Exclude<(typeof MARKS)[number], 'code' | 'deleted' | 'inserted'>,
  mark: Mark,
  text: string,
): string {
  const [, before = '', words = '', after = ''] = /^((?:\\\n|\s)*)(.*?)((?:\\\n|\s)*)$/su.exec(text) ?? [];
  if (words === '') return text;
  if (name !== 'link') return `${before}${DELIMITERS[name]}${words}${DELIMITERS[name]}${after}`;
  const href = safeHref(mark.attrs.href);
  return href === null ? text : `${before}[${words}](<${href.replaceAll('>', '%3E')}>)${after}`;
}

function codeSpan(text: string): string {
  const fence = fenceFor(text, 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('\n', ' ')}${space}${fence}`;
}

/** Longer than any within. */
function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(least, longest + 1));
}

/** What would begin a heading, a list or a rule at the beginning of a line. */
const escapeLines = (text: string): string =>
  text
    .replaceAll(/^[ \t]+/gmu, '')
    .replaceAll(/^(?:#{1,6}|[-+])(?=\s|$)|^(?:-{3,}|={1,})(?=\s*$)/gmu, '\\$&')
    .replaceAll(/^(\d{1,9})([.)])(?=\s|$)/gmu, '$1\\$2');
