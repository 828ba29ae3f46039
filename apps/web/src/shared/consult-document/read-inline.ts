import * as Y from 'yjs';
import { safeHref } from '../lib/safe-href';
import { plainText } from './plain-text';
import type { Change, ScriptInline, ScriptMarks } from './script';

/** How much more is read. */
export interface Budget {
  nodes: number;
  letters: number;
}

/** A leaf says what is suggested of it as `inserted:id` or `deleted:id`. */
export function changeOf(suggestion: unknown): { readonly change?: Change } {
  const kind = typeof suggestion === 'string' ? suggestion.split(':', 1)[0] : null;
  return kind === 'inserted' || kind === 'deleted' ? { change: kind } : {};
}

/** The words of a block, and what stands among them. */
export function readInline(block: Y.XmlElement, budget: Budget): ScriptInline[] {
  const content: ScriptInline[] = [];
  for (const child of block.toArray() as unknown[]) {
    if (budget.nodes <= 0 || budget.letters <= 0) break;
    budget.nodes -= 1;
    if (child instanceof Y.XmlText) content.push(...readText(child, budget));
    else if (child instanceof Y.XmlElement) content.push(...readLeaf(child));
  }
  return content;
}

function readText(text: Y.XmlText, budget: Budget): ScriptInline[] {
  return (text.toDelta() as readonly { insert?: unknown; attributes?: unknown }[]).flatMap((piece) => {
    const words = plainText(piece.insert, Math.max(0, budget.letters));
    budget.letters -= words.length;
    budget.nodes -= 1;
    return words === '' ? [] : [{ kind: 'text' as const, text: words, marks: readMarks(piece.attributes) }];
  });
}

function readLeaf(leaf: Y.XmlElement): ScriptInline[] {
  const attributes: Readonly<Record<string, unknown>> = leaf.getAttributes();
  const change = changeOf(attributes.suggestion);
  if (leaf.nodeName === 'hardBreak') return [{ kind: 'break', ...change }];
  if (leaf.nodeName !== 'inlineMath') return [];
  return [{ kind: 'math', latex: plainText(attributes.latex, 2_000), ...change }];
}

const PLAIN = ['bold', 'italic', 'strike', 'code', 'highlight'] as const;

/** Marks that can overlap stand there with a hash at their name (y-tiptap). */
const nameOf = (key: string): string => key.replace(/--[\w+/=]{8}$/u, '');

function readMarks(attributes: unknown): ScriptMarks {
  if (typeof attributes !== 'object' || attributes === null) return {};
  const marks = new Map(
    Object.entries(attributes)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [nameOf(key), value as unknown]),
  );
  const link = marks.get('link');
  const href = safeHref(typeof link === 'object' && link !== null && 'href' in link ? link.href : null);
  // What was suggested and then taken away again was never there.
  const change = marks.has('deleted') ? 'deleted' : marks.has('inserted') ? 'inserted' : null;
  return {
    ...Object.fromEntries(PLAIN.filter((name) => marks.has(name)).map((name) => [name, true])),
    ...(href === null ? {} : { href }),
    ...(change === null ? {} : { change }),
  };
}
