import { Fragment } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { readCaret } from '../note-caret';
import { rangeAfter, rangeBefore } from './nearby-range';
import type { Suggesting } from './suggesting';

const HANDLED = new Set(['Enter', 'Backspace', 'Delete']);

/** Keys that would change more than words if an editor had them; `false`: the key is somebody else’s. */
export function handleCorrectKey(view: EditorView, event: KeyboardEvent, suggesting: Suggesting): boolean {
  // A key right after End would act where the caret was before.
  if (HANDLED.has(event.key)) readCaret(view);
  const { from, to, empty, $from } = view.state.selection;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  switch (event.key) {
    case 'Enter':
      if (event.altKey) return false;
      suggesting.make(view, [{ from, to, lines: isPlain && !event.shiftKey ? ['', ''] : [lineBreak(view)] }]);
      return true;
    case 'Backspace': {
      if (!empty) return deleteRange(view, { from, to }, suggesting);
      if (!isPlain && $from.parentOffset > 0) return false;
      const range = rangeBefore(view.state.doc, from);
      if (range) suggesting.make(view, [{ ...range, lines: [] }]);
      return true;
    }
    case 'Delete': {
      if (!empty) return deleteRange(view, { from, to }, suggesting);
      if (!isPlain && $from.parentOffset < $from.parent.content.size) return false;
      const range = rangeAfter(view.state.doc, from);
      if (range) suggesting.make(view, [{ ...range, lines: [] }]);
      return true;
    }
    default:
      return false;
  }
}

function deleteRange(view: EditorView, range: { from: number; to: number }, suggesting: Suggesting): true {
  suggesting.make(view, [{ ...range, lines: [] }]);
  return true;
}

function lineBreak({ state }: EditorView): string | Fragment {
  const { hardBreak } = state.schema.nodes;
  return state.selection.$from.parent.type.spec.code || !hardBreak ? '\n' : Fragment.from(hardBreak.create());
}
