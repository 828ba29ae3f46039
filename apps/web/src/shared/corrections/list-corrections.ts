import { XmlText } from 'yjs';
import type { Doc, XmlElement, XmlFragment } from 'yjs';
import { cutWords, MAX_CORRECTIONS, NO_RECORD, readRecord, recordsOf } from './correction-record';
import type { CorrectionRecord } from './correction-record';
import { nodesOf } from './nodes-of';
import { breakKindOf, idOf, readJoin, readLeaf } from './suggestion';

export interface ListedCorrection extends CorrectionRecord {
  readonly id: string;
}

/**
 * The corrections of a consult's document: the open ones as they stand in its notes, in their order, then what was decided,
 * the newest decision's correction last. Needs no editor, and takes any document: nothing in it is longer than a `Correction` may be.
 */
export function listCorrections(doc: Doc): ListedCorrection[] {
  const records = recordsOf(doc);
  const open = [...openTexts(doc.getXmlFragment('notes'))].slice(0, MAX_CORRECTIONS).map(([id, { before, after }]) => ({
    ...(readRecord(records.get(id)) ?? NO_RECORD),
    id,
    state: 'open' as const,
    before: cutWords(before.text),
    after: cutWords(after.text),
  }));
  const isOpen = new Set(open.map(({ id }) => id));
  const decided: ListedCorrection[] = [];
  for (const [id, value] of records.entries()) {
    if (open.length + decided.length >= MAX_CORRECTIONS) break;
    const record = idOf(id) === '' || isOpen.has(id) ? null : readRecord(value);
    if (record && record.state !== 'open') decided.push({ ...record, id });
  }
  return [...open, ...decided.sort((one, other) => one.at.localeCompare(other.at))];
}

/** Words of one side of a correction; what stands between them unchanged is left out. */
class Side {
  text = '';
  #end = -1;

  add(words: string, from: number, to: number): void {
    if (this.text !== '' && from !== this.#end) this.text += ' … ';
    this.text += words;
    this.#end = to;
  }
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

function openTexts(notes: XmlFragment): Map<string, Sides> {
  const corrections = new Map<string, Sides>();
  // What the other text of a correction interrupts is not a gap.
  let live = 0;
  const add = (id: string, side: keyof Sides, words: string) => {
    if (id === '') return;
    const sides = corrections.get(id) ?? { before: new Side(), after: new Side() };
    corrections.set(id, sides);
    sides[side].add(words, live, live);
  };
  for (const node of nodesOf(notes)) {
    if (node instanceof XmlText) for (const part of node.toDelta() as TextPart[]) live += readPart(part, add);
    else live += readElement(node, add);
  }
  return corrections;
}

type Add = (id: string, side: keyof Sides, words: string) => void;

interface TextPart {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Returns how much of it is no suggestion. */
function readPart({ insert, attributes = {} }: TextPart, add: Add): number {
  if (typeof insert !== 'string') return 1;
  const inserted = asObject(attributes.inserted);
  const deleted = asObject(attributes.deleted);
  if (inserted && breakKindOf(inserted.break)) {
    if (!readJoin(inserted.joined)) add(idOf(inserted.id), 'after', '\n'.repeat(insert.length));
  } else if (inserted) add(idOf(inserted.id), 'after', insert);
  if (deleted) add(idOf(deleted.id), 'before', insert);
  return inserted || deleted ? 0 : insert.length;
}

/** They begin and end nothing that blocks of text do not. */
const WRAPPERS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote']);

function readElement(element: XmlElement, add: Add): number {
  const { join, suggestion } = element.getAttributes() as Record<string, unknown>;
  const joined = readJoin(join);
  const leaf = readLeaf(suggestion);
  if (joined) add(joined.id, 'before', '\n');
  if (leaf) add(leaf.id, leaf.kind === 'inserted' ? 'after' : 'before', wordsOf(element));
  return joined || leaf || WRAPPERS.has(element.nodeName) ? 0 : 1;
}

function wordsOf(element: XmlElement): string {
  const latex: unknown = (element.getAttributes() as Record<string, unknown>).latex;
  return typeof latex === 'string' ? latex : '\n';
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
