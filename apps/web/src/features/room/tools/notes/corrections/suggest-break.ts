import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { acceptedView } from './accepted-view';
import { nextOrder } from './pieces';
import { BREAK_SIGN } from '../../../../../shared/corrections/suggestion';
import type { BreakKind } from '../../../../../shared/corrections/suggestion';

/** Suggests that a new block begins at `at`. Returns the place after the sign. */
export function suggestBreak(tr: Transform, at: number, id: string): number {
  const { inserted } = tr.doc.type.schema.marks;
  if (!inserted) throw new Error('the notes have suggestions');
  const isCode = tr.doc.resolve(at).parent.type.spec.code;
  const mark = isCode
    ? inserted.create({ id })
    : inserted.create({ id, break: breakKindAt(tr.doc, at), order: nextOrder(tr.doc) });
  tr.insert(at, tr.doc.type.schema.text(isCode ? '\n' : BREAK_SIGN, [mark]));
  return at + 1;
}

function breakKindAt(doc: Node, at: number): BreakKind {
  const view = acceptedView(doc, at, at);
  const { parent, parentOffset } = view.doc.resolve(view.from);
  if (parentOffset === parent.content.size) return 'after';
  return parentOffset === 0 && parent.type.name === 'heading' ? 'before' : 'same';
}
