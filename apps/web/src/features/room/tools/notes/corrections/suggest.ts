import { Fragment } from '@tiptap/pm/model';
import type { Mark, Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { marksFor } from './live-text';
import { isDeleted } from './pieces';
import { suggestBreak } from './suggest-break';
import { suggestDeletion } from './suggest-deletion';
import { writeLeaf } from '../../../../../shared/corrections/suggestion';
import { touchingId } from './touching-id';

export interface Edit {
  /** Both are within blocks of text. */
  readonly from: number;
  readonly to: number;
  /** What is written in their place, a block each: words as they are typed, or with their formatting. */
  readonly lines: readonly (string | Fragment)[];
  /** An input method is at it: the words have to stay where it put them. */
  readonly isComposing?: boolean;
}

export interface CorrectionIds {
  /** Whether more may be added to that correction. */
  isOpen(id: string): boolean;
  next(): string;
}

export interface Suggested {
  readonly id: string;
  /** Before what is to be taken away. */
  readonly from: number;
  /** After what is suggested. */
  readonly end: number;
}

/** Puts an edit in as a suggestion. What stands beside a part of a correction becomes a part of it. */
export function suggest(tr: Transform, { from, to, lines, isComposing = false }: Edit, ids: CorrectionIds): Suggested {
  const id = touchingId(tr.doc, from, to, ids) ?? ids.next();
  const marks = marksFor(tr.doc, from, to);
  const before = tr.steps.length;
  if (from < to) suggestDeletion(tr, { from, to, id, isReplaced: lines.length > 0 });
  const place = tr.mapping.slice(before).map(to);
  const start = lines.length > 0 && !isComposing ? afterDeleted(tr.doc, place) : place;
  let end = start;
  for (const [index, line] of lines.entries()) {
    if (index > 0) end = suggestBreak(tr, end, id);
    end = insert(tr, end, typeof line === 'string' ? words(tr.doc, line, marks) : line, id);
  }
  return { id, from, end };
}

/** What is suggested stands after what it takes the place of. */
function afterDeleted(doc: Node, place: number): number {
  let at = place;
  for (let next = doc.resolve(at).nodeAfter; next?.isText && isDeleted(next); next = doc.resolve(at).nodeAfter) {
    at += next.nodeSize;
  }
  return at;
}

const words = ({ type: { schema } }: Node, text: string, marks: readonly Mark[]): Fragment =>
  text === '' ? Fragment.empty : Fragment.from(schema.text(text, marks));

function insert(tr: Transform, at: number, content: Fragment, id: string): number {
  const { parent } = tr.doc.resolve(at);
  const nodes = content.content.filter(({ type, isInline }) => isInline && parent.type.contentMatch.matchType(type));
  const suggested = Fragment.fromArray(nodes.map((node) => asInserted(node, parent, id)));
  tr.insert(at, suggested);
  return at + suggested.size;
}

function asInserted(node: Node, parent: Node, id: string): Node {
  const { inserted } = node.type.schema.marks;
  if (!node.isText) return node.type.create({ ...node.attrs, suggestion: writeLeaf({ kind: 'inserted', id }) });
  const marks = node.marks.filter(({ type }) => type.name !== 'deleted' && parent.type.allowsMarkType(type));
  return node.mark(inserted ? inserted.create({ id }).addToSet(marks) : marks);
}
