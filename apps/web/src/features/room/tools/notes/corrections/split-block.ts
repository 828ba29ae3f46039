import { canSplit } from '@tiptap/pm/transform';
import type { Transform } from '@tiptap/pm/transform';
import type { Piece } from './pieces';
import type { Join } from '../../../../../shared/corrections/suggestion';
import { writeJoin } from '../../../../../shared/corrections/suggestion';

type Break = Extract<Piece, { what: 'break' }>;

/** Begins a new block in the place of a sign; one that was taken back will be joined again. */
export function splitBlock(tr: Transform, { from: at, breakKind }: Break, joined: Join | null): void {
  tr.delete(at, at + 1);
  const $at = tr.doc.resolve(at);
  const { parent } = $at;
  const { paragraph } = tr.doc.type.schema.nodes;
  const item = $at.depth > 1 && $at.node(-1).type.name === 'listItem' ? $at.node(-1) : null;
  const join = joined && writeJoin(joined);
  const next =
    breakKind === 'after' && paragraph
      ? { type: paragraph, attrs: { join } }
      : { type: parent.type, attrs: { ...parent.attrs, join } };
  const types = item ? [{ type: item.type }, next] : [next];
  if (parent.type.spec.code || !canSplit(tr.doc, at, types.length, types)) return;
  const before = $at.before();
  tr.split(at, types.length, types);
  if (breakKind === 'before' && !item && paragraph) tr.setNodeMarkup(before, paragraph, { join: parent.attrs.join });
}
