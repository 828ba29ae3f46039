/** Words of one kind, such as a keyword or a comment; `kind`: how highlight.js calls it. */
export interface CodeToken {
  readonly text: string;
  readonly kind: string;
}

export type CodeLine = readonly CodeToken[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const PART = /<span class="([^"]*)">|(<\/span>)|(&(?:amp|lt|gt|quot|#x27);)|([^<&]+)|([<&])/gu;

/**
 * Reads what highlight.js writes, which is HTML of `<span class>` and five entities, into lines of words. Nothing else
 * can come of it than text, whatever the library let through: it never becomes HTML of the page.
 */
export function tokensOf(highlighted: string): CodeLine[] {
  const lines: CodeToken[][] = [[]];
  const kinds: string[] = [];
  const add = (text: string): void => {
    const line = lines.at(-1) ?? [];
    const last = line.at(-1);
    const kind = kinds.at(-1) ?? '';
    if (text === '') return;
    if (last?.kind === kind) line[line.length - 1] = { kind, text: last.text + text };
    else line.push({ kind, text });
  };
  for (const [, opened, closed, entity, text, stray] of highlighted.matchAll(PART)) {
    if (opened !== undefined) kinds.push(opened.split(' ')[0] || (kinds.at(-1) ?? ''));
    else if (closed) kinds.pop();
    else {
      const [first = '', ...others] = (entity ? (ENTITIES[entity] ?? '') : (text ?? stray ?? '')).split('\n');
      add(first);
      for (const other of others) {
        lines.push([]);
        add(other);
      }
    }
  }
  return lines;
}

/** Code without any colour. */
export const plainLines = (text: string): CodeLine[] =>
  text.split('\n').map((line) => (line === '' ? [] : [{ text: line, kind: '' }]));
