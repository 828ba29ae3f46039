import type { Mark, Node } from '@tiptap/pm/model';
import { breakKindOf, idOf, orderOf, readJoin, readLeaf } from '../../../../../shared/corrections/suggestion';
import type { BreakKind, Join, Survivor } from '../../../../../shared/corrections/suggestion';

/** One part of a correction as it stands in the document. */
export type Piece = { readonly id: string; readonly from: number; readonly to: number } & (
  | { readonly what: 'text' | 'leaf'; readonly kind: 'inserted' | 'deleted' }
  /** A suggested new block begins after it. */
  | {
      readonly what: 'break';
      readonly kind: 'inserted';
      readonly order: number;
      readonly breakKind: BreakKind;
      /** It was taken back, and is there only to tell what kind of block that makes. */
      readonly joined: Join | null;
    }
  /** The block at `from` is to be joined to the one before. */
  | { readonly what: 'join'; readonly kind: 'deleted'; readonly order: number; readonly survivor: Survivor }
);

/** Every suggestion of the document, in its order. */
export function piecesOf(doc: Node, from = 0, to = doc.content.size): Piece[] {
  const pieces: Piece[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    pieces.push(...piecesOfNode(node, at).filter((piece) => piece.what === 'join' || piece.to > from));
  });
  return pieces;
}

function piecesOfNode(node: Node, from: number): Piece[] {
  if (node.isText) return piecesOfText(node, from);
  const to = from + node.nodeSize;
  if (node.isLeaf) {
    const leaf = readLeaf(node.attrs.suggestion);
    return leaf ? [{ what: 'leaf', ...leaf, from, to }] : [];
  }
  const join = node.isTextblock ? readJoin(node.attrs.join) : null;
  return join ? [{ what: 'join', kind: 'deleted', ...join, from, to: from + 1 }] : [];
}

function piecesOfText({ text = '', marks }: Node, start: number): Piece[] {
  const pieces: Piece[] = [];
  const inserted = markOf(marks, 'inserted');
  const deleted = markOf(marks, 'deleted');
  const [from, to] = [start, start + text.length];
  const breakKind = breakKindOf(inserted?.attrs.break);
  if (inserted && breakKind) {
    const id = idOf(inserted.attrs.id);
    const order = orderOf(inserted.attrs.order);
    const joined = readJoin(inserted.attrs.joined);
    for (let at = from; at < to; at += 1) {
      pieces.push({ what: 'break', kind: 'inserted', id, breakKind, order, joined, from: at, to: at + 1 });
    }
  } else if (inserted) pieces.push({ what: 'text', kind: 'inserted', id: idOf(inserted.attrs.id), from, to });
  if (deleted) pieces.push({ what: 'text', kind: 'deleted', id: idOf(deleted.attrs.id), from, to });
  return pieces;
}

export const markOf = (marks: readonly Mark[], name: string): Mark | undefined =>
  marks.find(({ type }) => type.name === name);

/** Whether it is there only until its correction is accepted. */
export const isDeleted = (node: Node): boolean =>
  node.isText
    ? markOf(node.marks, 'deleted') !== undefined || breakOf(node) === 'taken-back'
    : readLeaf(node.attrs.suggestion)?.kind === 'deleted';

/** Whether it is there only if its correction is accepted. */
export const isInserted = (node: Node): boolean =>
  node.isText ? markOf(node.marks, 'inserted') !== undefined : readLeaf(node.attrs.suggestion)?.kind === 'inserted';

/** Whether it is the sign of a suggested break, and of one that still is suggested. */
export function breakOf(node: Node): 'suggested' | 'taken-back' | null {
  const inserted = markOf(node.marks, 'inserted');
  if (!inserted || !breakKindOf(inserted.attrs.break)) return null;
  return readJoin(inserted.attrs.joined) ? 'taken-back' : 'suggested';
}

/** Comes after every break and join that there is. */
export const nextOrder = (doc: Node): number => Math.max(0, ...piecesOf(doc).flatMap((piece) => ordersOf(piece))) + 1;

function ordersOf(piece: Piece): number[] {
  if (piece.what === 'break') return [piece.order, piece.joined?.order ?? 0];
  return piece.what === 'join' ? [piece.order] : [];
}
