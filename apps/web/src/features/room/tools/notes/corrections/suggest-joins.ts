import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { acceptedView } from './accepted-view';
import type { AcceptedView } from './accepted-view';
import { nextOrder, piecesOf } from './pieces';
import { writeJoin } from '../../../../../shared/corrections/suggestion';
import type { Survivor } from '../../../../../shared/corrections/suggestion';

export interface Deletion {
  readonly from: number;
  readonly to: number;
  readonly id: string;
  /** Something is written in its place: that is of the earlier block’s kind. */
  readonly isReplaced: boolean;
}

/**
 * Suggests that the blocks from that of `from` to that of `to` become one. Returns what suggested breaks between have to
 * say of it, or `null` when they can just go.
 */
export function suggestJoins(tr: Transform, { from, to, id, isReplaced }: Deletion): string | null {
  const { doc } = tr;
  const isOne = doc.resolve(from).sameParent(doc.resolve(to));
  if (isOne && !piecesOf(doc, from, to).some(({ what }) => what === 'break')) return null;
  const view = acceptedView(doc, from, to);
  if (isOne && areAlike(view, doc.resolve(from).parent)) return null;
  const join = writeJoin({ id, survivor: isReplaced ? 'before' : survivorOf(view), order: nextOrder(doc) });
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock && at >= from && node.attrs.join === null) tr.setNodeAttribute(at, 'join', join);
  });
  return join;
}

/**
 * Whether the blocks of both places differ in nothing but what is in them, and stand side by side; and so from the block
 * that is left of them once the breaks are gone.
 */
function areAlike({ doc, from, to }: AcceptedView, left: Node): boolean {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const { type, attrs } = $to.parent;
  return (
    $from.depth === $to.depth &&
    $from.depth - $from.sharedDepth(to) <= 2 &&
    $from.parent.sameMarkup($to.parent) &&
    left.hasMarkup(type, { ...attrs, join: left.attrs.join })
  );
}

/**
 * Whose kind the block has that is left of two when everything between goes, as ProseMirror has it (`deleteRange`): the
 * later one’s if all of the earlier one goes, and not all of the later one.
 */
function survivorOf({ doc: accepted, from: start, to: end }: AcceptedView): Survivor {
  const [$from, $to] = [accepted.resolve(start), accepted.resolve(end)];
  if ($from.parentOffset === 0 && $to.parentOffset === 0) return 'after';
  if ($to.parentOffset === $to.parent.content.size) return 'before';
  for (let depth = 1; depth <= Math.min($from.depth, $to.depth); depth += 1) {
    if (
      start - $from.start(depth) === $from.depth - depth &&
      end > $from.end(depth) &&
      $to.end(depth) - end !== $to.depth - depth &&
      $from.start(depth - 1) === $to.start(depth - 1) &&
      $from.node(depth - 1).canReplace($from.index(depth - 1), $to.index(depth - 1))
    ) {
      return 'after';
    }
  }
  return 'before';
}
