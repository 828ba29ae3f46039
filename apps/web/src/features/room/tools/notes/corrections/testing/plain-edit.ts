import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';

/** One edit, and what an editor without suggestions makes of it. */
export type RandomEdit =
  { readonly what: 'write'; readonly text: string } | { readonly what: 'delete' } | { readonly what: 'break' };

export function plainEdit(doc: Node, edit: RandomEdit, from: number, to: number): Node {
  const tr = new Transform(doc);
  if (edit.what === 'write') insertText(tr, edit.text, from, to);
  else if (edit.what === 'delete') deleteBetween(tr, from, to);
  else enter(tr, from);
  return tr.doc;
}

/** As ProseMirror deletes a selection; lists and quotes whose words are all deleted stay, empty, as one sees them. */
function deleteBetween(tr: Transform, from: number, to: number): void {
  const [$from, $to] = [tr.doc.resolve(from), tr.doc.resolve(to)];
  const isToEnd = $to.parentOffset > 0 && $to.parentOffset === $to.parent.content.size;
  if (isToEnd || $from.sameParent($to)) tr.delete(from, to);
  else tr.deleteRange(from, to);
}

/** As `Transaction.insertText` of ProseMirror. */
function insertText(tr: Transform, text: string, from: number, to: number): void {
  const $from = tr.doc.resolve(from);
  const marks = from === to ? $from.marks() : $from.marksAcross(tr.doc.resolve(to));
  tr.replaceRangeWith(from, to, tr.doc.type.schema.text(text, marks));
}

/** As Tiptap’s `splitBlock` and `splitListItem`. */
function enter(tr: Transform, at: number): void {
  const $at = tr.doc.resolve(at);
  const { parent } = $at;
  const { paragraph, listItem } = tr.doc.type.schema.nodes;
  if (!paragraph || !listItem) throw new Error('no such nodes');
  const isEnd = $at.parentOffset === parent.content.size;
  const types = isEnd ? [{ type: paragraph }] : [{ type: parent.type, attrs: parent.attrs }];
  if ($at.node(-1).type === listItem) {
    tr.split(at, 2, [{ type: listItem }, ...types]);
    return;
  }
  const before = $at.before();
  tr.split(at, 1, types);
  if (!isEnd && $at.parentOffset === 0 && parent.type !== paragraph) tr.setNodeMarkup(before, paragraph);
}
