import { XmlElement, XmlText } from 'yjs';
import type { XmlFragment } from 'yjs';
import { nodesOf } from './nodes-of';
import { readLeaf } from './suggestion';

/** The attribute of the blocks that a script was opened in: which opening they belong to. */
export const CARRIED = 'carried';

/** Besides the words. */
const BYTES_A_LINE = 60;
const BYTES_A_LETTER = 3;

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/u);

export const bytesOfOpened = (question: string, text: string): number =>
  (question.length + text.length) * BYTES_A_LETTER + (linesOf(text).length + 4) * BYTES_A_LINE;

/**
 * Puts a question and its script at the end of the notes, as their editor writes them. Each line of the script is marked
 * with `id`, and so is the rule that ends it: what is written between is the script, whatever becomes of the lines.
 */
export function openInNotes(notes: XmlFragment, id: string, question: string, text: string): void {
  const heading = lineOf('heading', question);
  // The editor's attributes are values, which Yjs takes, too.
  (heading as XmlElement<{ level: number }>).setAttribute('level', 2);
  const lines = linesOf(text).map((line) => marked(lineOf('paragraph', line), id));
  notes.push([heading, ...lines, marked(new XmlElement('horizontalRule'), id), lineOf('paragraph', '')]);
}

function lineOf(name: string, words: string): XmlElement {
  const line = new XmlElement(name);
  line.insert(0, [new XmlText(words)]);
  return line;
}

function marked(element: XmlElement, id: string): XmlElement {
  element.setAttribute(CARRIED, id);
  return element;
}

const BLOCKS_OF_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock']);

/**
 * The script as it stands in the notes: what was accepted is in it, what is still only suggested is not. `null`: it is not
 * there any more.
 */
export function openedText(notes: XmlFragment, id: string): string | null {
  const lines: string[] = [];
  let last = 0;
  for (const node of nodesOf(notes)) {
    if (!(node instanceof XmlElement)) continue;
    const isMarked = node.getAttribute(CARRIED) === id;
    if (BLOCKS_OF_TEXT.has(node.nodeName) && (isMarked || last > 0)) {
      lines.push(wordsOf(node));
      if (isMarked) last = lines.length;
    } else if (isMarked && last > 0) return lines.join('\n');
  }
  return last === 0 ? null : lines.slice(0, last).join('\n');
}

function wordsOf(line: XmlElement): string {
  return (line.toArray() as unknown[])
    .map((child) => {
      if (child instanceof XmlText) return (child.toDelta() as TextPart[]).map(keptOf).join('');
      return child instanceof XmlElement ? leafOf(child) : '';
    })
    .join('');
}

interface TextPart {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Of some words: nothing if they are only suggested, everything if they are only to be taken away. */
function keptOf({ insert, attributes = {} }: TextPart): string {
  const isSuggested = typeof attributes.inserted === 'object' && attributes.inserted !== null;
  return typeof insert === 'string' && !isSuggested ? insert : '';
}

function leafOf(leaf: XmlElement): string {
  const { suggestion, latex } = leaf.getAttributes() as Record<string, unknown>;
  if (readLeaf(suggestion)?.kind === 'inserted') return '';
  if (leaf.nodeName === 'hardBreak') return '\n';
  return typeof latex === 'string' ? latex : '';
}
