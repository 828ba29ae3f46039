import { Mark } from '@tiptap/pm/model';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { acceptedView } from './accepted-view';
import { breakOf, isDeleted } from './pieces';

/** The formatting of words that are written over `from` to `to`, as it were if everything had been accepted. */
export function marksFor(doc: Node, from: number, to: number): readonly Mark[] {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  if (!$from.sameParent($to) || $from.parent.attrs.join !== null || isJoinedToNext($to)) {
    const view = acceptedView(doc, from, to);
    return marksBetween(view.doc.resolve(view.from), view.doc.resolve(view.to));
  }
  return marksBetween($from, $to);
}

/** As `marks` and `marksAcross` of ProseMirror’s `ResolvedPos`. */
function marksBetween($from: ResolvedPos, $to: ResolvedPos): readonly Mark[] {
  const after = liveAfter($from);
  if (isAnyLive($from, $to)) return inclusive(after, liveAfter($to));
  const before = liveBefore($from);
  // Within words it is theirs; at an edge, that of what is before, if there is something.
  if (before && before === after) return plain(before.marks);
  return before ? inclusive(before, after) : inclusive(after, undefined);
}

/** What stands before a place of its block once everything is accepted. */
function liveBefore($at: ResolvedPos): Node | undefined {
  for (let index = $at.textOffset > 0 ? $at.index() : $at.index() - 1; index >= 0; index -= 1) {
    const node = $at.parent.child(index);
    if (breakOf(node) === 'suggested') return undefined;
    if (!isDeleted(node)) return node;
  }
  return undefined;
}

function liveAfter($at: ResolvedPos): Node | undefined {
  for (let index = $at.index(); index < $at.parent.childCount; index += 1) {
    const node = $at.parent.child(index);
    if (breakOf(node) === 'suggested') return undefined;
    if (!isDeleted(node)) return node;
  }
  return undefined;
}

function inclusive(node: Node | undefined, other: Node | undefined): readonly Mark[] {
  const others = plain(other?.marks ?? []);
  return plain(node?.marks ?? []).filter((mark) => mark.type.spec.inclusive !== false || mark.isInSet(others));
}

/** Without suggestions. */
const plain = (marks: readonly Mark[]): readonly Mark[] =>
  Mark.setFrom(marks.filter(({ type }) => type.name !== 'inserted' && type.name !== 'deleted'));

function isAnyLive($from: ResolvedPos, $to: ResolvedPos): boolean {
  let any = !$from.sameParent($to);
  $from.doc.nodesBetween($from.pos, $to.pos, (node) => {
    any ||= node.isInline && !isDeleted(node);
  });
  return any;
}

const isJoinedToNext = ($at: ResolvedPos): boolean =>
  blockAfter($at) !== null && blockAfter($at)?.parent.attrs.join !== null;

/** The beginning of the block of text after that of `$at`, or after `$at` where it is between blocks. */
export function blockAfter($at: ResolvedPos): ResolvedPos | null {
  const { doc } = $at;
  const end = $at.depth === 0 ? $at.pos : $at.after();
  let found: number | null = null;
  doc.nodesBetween(end, Math.max(end, doc.content.size), (node, at) => {
    if (found !== null) return false;
    if (at >= end && node.isTextblock) found = at + 1;
    return !node.isTextblock;
  });
  return found === null ? null : doc.resolve(found);
}
