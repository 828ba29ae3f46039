import type { Node } from '@tiptap/pm/model';
import { blockAfter } from './live-text';
import { isDeleted } from './pieces';

export interface Range {
  readonly from: number;
  readonly to: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What the backspace key takes away at a place, past what is to be taken away already; `null` at the very beginning. */
export function rangeBefore(doc: Node, at: number): Range | null {
  const $at = doc.resolve(at);
  const node = $at.nodeBefore;
  if (node) {
    const size = node.isText ? lastGrapheme(node.text ?? '') : node.nodeSize;
    return isDeleted(node) ? rangeBefore(doc, at - node.nodeSize) : { from: at - size, to: at };
  }
  const before = thingBefore(doc, $at.before());
  if (!before) return null;
  if (!before.node.isTextblock) {
    return isDeleted(before.node) ? null : { from: before.at, to: before.at + 1 };
  }
  const end = before.at + before.node.nodeSize - 1;
  return $at.parent.attrs.join === null ? { from: end, to: at } : rangeBefore(doc, end);
}

/** What the delete key takes away at a place. */
export function rangeAfter(doc: Node, at: number): Range | null {
  const $at = doc.resolve(at);
  const node = $at.nodeAfter;
  if (node) {
    const size = node.isText ? firstGrapheme(node.text ?? '') : node.nodeSize;
    return isDeleted(node) ? rangeAfter(doc, at + node.nodeSize) : { from: at, to: at + size };
  }
  const after = blockAfter($at);
  if (!after) return null;
  return after.parent.attrs.join === null ? { from: at, to: after.pos } : rangeAfter(doc, after.pos);
}

/** The last block of text or rule before a place. */
function thingBefore(doc: Node, place: number): { readonly node: Node; readonly at: number } | null {
  let found: { node: Node; at: number } | null = null;
  doc.nodesBetween(0, place, (node, at) => {
    if (at >= place) return false;
    if (node.isTextblock || (node.isLeaf && node.isBlock)) found = { node, at };
    return !node.isTextblock;
  });
  return found;
}

const lastGrapheme = (text: string): number => [...graphemes.segment(text)].at(-1)?.segment.length ?? 1;
const firstGrapheme = (text: string): number => [...graphemes.segment(text)].at(0)?.segment.length ?? 1;
