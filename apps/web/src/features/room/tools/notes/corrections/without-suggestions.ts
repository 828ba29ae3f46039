import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

/** Whoever edits within suggested words writes words of their own: they are of no correction. */
export function withoutSuggestions(tr: Transaction): Transaction {
  const { inserted, deleted } = tr.doc.type.schema.marks;
  const written = tr.steps.flatMap((step, index) => {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) return [];
    const after = tr.mapping.slice(index + 1);
    return [{ from: after.map(step.from, -1), to: after.map(step.from + step.slice.size) }];
  });
  for (const { from, to } of written) {
    for (const type of [inserted, deleted]) {
      if (type && tr.doc.rangeHasMark(from, to, type)) tr.removeMark(from, to, type);
    }
  }
  return tr;
}
