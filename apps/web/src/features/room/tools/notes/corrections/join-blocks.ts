import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { readJoin } from '../../../../../shared/corrections/suggestion';
import type { Survivor } from '../../../../../shared/corrections/suggestion';

interface Block {
  readonly block: Node;
  readonly at: number;
}

interface JoinPlace {
  readonly from: number;
  readonly order: number;
  readonly survivor: Survivor;
}

/** Makes one block of that at `from`, those that were joined along with it, and the one before, unless a rule is between. */
export function joinBlocks(tr: Transform, { from, order, survivor }: JoinPlace): void {
  const earlier = blockBefore(tr.doc, from);
  if (!earlier) {
    tr.setNodeAttribute(from, 'join', null);
    return;
  }
  // At once: what they stood in goes with them.
  const group = [earlier, ...groupFrom(tr.doc, from, order)];
  const last = group.at(-1)?.at ?? from;
  if (survivor === 'after') {
    tr.setNodeAttribute(last, 'join', earlier.block.attrs.join);
    tr.insert(last + 1, contentOf(group.slice(0, -1)));
    tr.deleteRange(earlier.at + 1, last + 1);
  } else {
    const end = earlier.at + earlier.block.nodeSize - 1;
    tr.setNodeAttribute(last, 'join', null);
    tr.delete(end, last + 1);
    tr.insert(end, contentOf(group.slice(1, -1)));
  }
}

const contentOf = (blocks: readonly Block[]): Fragment =>
  blocks.reduce((content, { block }) => content.append(block.content), Fragment.empty);

/** The block of text before a place; none when it is something else. */
function blockBefore(doc: Node, place: number): Block | null {
  let found: Block | null = null;
  doc.nodesBetween(0, place, (block, at) => {
    if (at >= place) return false;
    if (block.isTextblock) found = { block, at };
    else if (block.isLeaf) found = null;
    return !block.isTextblock;
  });
  return found;
}

/** The blocks that were joined along with the first, as far as nothing else is between. */
function groupFrom(doc: Node, from: number, order: number): Block[] {
  const group: Block[] = [];
  let isOver = false;
  doc.nodesBetween(from, doc.content.size, (block, at) => {
    if (isOver || at < from) return !isOver;
    isOver = block.isTextblock ? readJoin(block.attrs.join)?.order !== order : block.isLeaf;
    if (block.isTextblock && !isOver) group.push({ block, at });
    return !block.isTextblock;
  });
  return group;
}
