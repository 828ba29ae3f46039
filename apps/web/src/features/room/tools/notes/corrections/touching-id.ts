import type { Node } from '@tiptap/pm/model';
import { blockAfter } from './live-text';
import { markOf, piecesOf } from './pieces';
import { idOf, readJoin, readLeaf } from '../../../../../shared/corrections/suggestion';
import type { CorrectionIds } from './suggest';

/** The correction that an edit there is a part of: one that it touches. */
export function touchingId(
  doc: Node,
  from: number,
  to: number,
  { isOpen }: Pick<CorrectionIds, 'isOpen'>,
): string | null {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const after = $to.parentOffset === $to.parent.content.size ? blockAfter($to) : null;
  const touched = [
    idsOf($from.nodeBefore),
    $from.parentOffset === 0 ? [readJoin($from.parent.attrs.join)?.id] : [],
    from < to ? piecesOf(doc, from, to).flatMap((piece) => (piece.from >= from ? [piece.id] : [])) : [],
    idsOf($to.nodeAfter),
    after ? [readJoin(after.parent.attrs.join)?.id] : [],
  ].flat();
  return touched.find((id) => id !== undefined && id !== '' && isOpen(id)) ?? null;
}

function idsOf(node: Node | null): (string | undefined)[] {
  if (!node) return [];
  if (!node.isText) return [readLeaf(node.attrs.suggestion)?.id];
  return ['inserted', 'deleted'].map((name) => {
    const mark = markOf(node.marks, name);
    return mark && idOf(mark.attrs.id);
  });
}
