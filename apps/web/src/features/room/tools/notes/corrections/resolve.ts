import type { Transform } from '@tiptap/pm/transform';
import { joinBlocks } from './join-blocks';
import { markOf, piecesOf } from './pieces';
import type { Piece } from './pieces';
import { splitBlock } from './split-block';

export type Decision = 'accept' | 'reject';

/**
 * Carries out what was decided about corrections; `null` leaves one open. Accepting all gives the text that the same edits
 * would have made in an editor without suggestions, rejecting all the one before them. What a piece was about may be gone.
 */
export function resolve(tr: Transform, decide: (id: string) => Decision | null): void {
  let gone: number | null = null;
  // From the end: what stands before keeps its place.
  for (const piece of piecesOf(tr.doc).toReversed()) {
    // Two wrote at once: the same words are of two corrections, and the other one took them away.
    if (piece.from === gone && piece.what === 'text') continue;
    const size = tr.doc.content.size;
    const decision = decide(piece.id);
    if (decision) resolvePiece(tr, piece, (decision === 'accept') === (piece.kind === 'inserted'));
    else if (piece.what === 'break' && piece.joined) resolveTakenBack(tr, piece, decide(piece.joined.id));
    if (tr.doc.content.size < size) gone = piece.from;
  }
  for (let next = earliest(tr, decide); next; next = earliest(tr, decide)) {
    if (next.what === 'break')
      splitBlock(tr, next, next.joined && decide(next.joined.id) !== 'reject' ? next.joined : null);
    else joinBlocks(tr, next);
  }
}

function resolvePiece(tr: Transform, piece: Piece, stays: boolean): void {
  const { from, to } = piece;
  switch (piece.what) {
    case 'text':
      if (stays) tr.removeMark(from, to, tr.doc.type.schema.marks[piece.kind]);
      else tr.delete(from, to);
      break;
    case 'leaf':
      if (stays) tr.setNodeAttribute(from, 'suggestion', null);
      else tr.delete(from, to);
      break;
    case 'break':
      if (!stays) tr.delete(from, to);
      break;
    case 'join':
      if (stays) tr.setNodeAttribute(from, 'join', null);
  }
}

/** The break itself is open still. */
function resolveTakenBack(tr: Transform, { from, to }: Piece, decision: Decision | null): void {
  const mark = markOf(tr.doc.nodeAt(from)?.marks ?? [], 'inserted');
  if (decision === 'accept') tr.delete(from, to);
  else if (decision && mark) tr.addMark(from, to, mark.type.create({ ...mark.attrs, joined: null }));
}

type Structure = Extract<Piece, { what: 'break' | 'join' }>;

function earliest(tr: Transform, decide: (id: string) => Decision | null): Structure | undefined {
  return piecesOf(tr.doc)
    .filter((piece): piece is Structure => 'order' in piece && decide(piece.id) === 'accept')
    .reduce<Structure | undefined>((first, piece) => (first && first.order <= piece.order ? first : piece), undefined);
}
