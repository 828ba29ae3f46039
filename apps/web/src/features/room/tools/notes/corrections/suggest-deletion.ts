import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { breakOf, isDeleted, isInserted, markOf } from './pieces';
import { suggestJoins } from './suggest-joins';
import type { Deletion } from './suggest-joins';
import { writeLeaf } from '../../../../../shared/corrections/suggestion';

interface Part {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

/** Suggests that what is between goes. What was only suggested goes at once. */
export function suggestDeletion(tr: Transform, deletion: Deletion): void {
  const { from, to, id } = deletion;
  const join = suggestJoins(tr, deletion);
  for (const part of partsBetween(tr.doc, from, to).toReversed()) deletePart(tr, part, id, join);
}

function partsBetween(doc: Node, from: number, to: number): Part[] {
  const parts: Part[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    const end = at + node.nodeSize;
    if (node.isText) parts.push({ node, from: Math.max(at, from), to: Math.min(end, to) });
    else if (node.isLeaf && at >= from && end <= to) parts.push({ node, from: at, to: end });
  });
  return parts.filter((part) => part.from < part.to);
}

function deletePart(tr: Transform, { node, from, to }: Part, id: string, join: string | null): void {
  const { deleted } = tr.doc.type.schema.marks;
  const sign = breakOf(node) && markOf(node.marks, 'inserted');
  if (isDeleted(node)) return;
  if (sign && join !== null) tr.addMark(from, to, sign.type.create({ ...sign.attrs, joined: join }));
  else if (isInserted(node)) tr.delete(from, to);
  else if (!node.isText) tr.setNodeAttribute(from, 'suggestion', writeLeaf({ kind: 'deleted', id }));
  else if (deleted) tr.addMark(from, to, deleted.create({ id }));
}
