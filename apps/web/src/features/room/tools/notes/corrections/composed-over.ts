import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { Transform } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import { isInserted, markOf } from './pieces';
import { suggest } from './suggest';
import type { CorrectionIds, Edit, Suggested } from './suggest';
import { touchingId } from './touching-id';

interface Owed {
  readonly words: Fragment;
  /** In the editor until it is sent, in the document from then on. */
  place: { readonly at: number } | { readonly relative: unknown };
}

/**
 * Words that an input method wrote over, as keyboards of phones do with whole words. Putting them back at once would move
 * the text that it works on: they wait until it is done.
 */
export class ComposedOver {
  #owed: Owed[] = [];

  suggest(tr: Transform, edit: Edit, ids: CorrectionIds): Suggested {
    const { from, to } = edit;
    const id = touchingId(tr.doc, from, to, ids) ?? ids.next();
    const words = foreignWords(tr.doc, from, to, id);
    if (words.size === 0) return suggest(tr, edit, { ...ids, next: () => id });
    tr.delete(from, to);
    const made = suggest(tr, { ...edit, to: from }, { isOpen: (one) => one === id, next: () => id });
    this.#owed.push({ words, place: { at: from } });
    return made;
  }

  get owes(): boolean {
    return this.#owed.length > 0;
  }

  sent({ state }: EditorView): void {
    const { binding } = ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding };
    for (const owed of this.#owed) {
      if (!('at' in owed.place)) continue;
      owed.place = { relative: absolutePositionToRelativePosition(owed.place.at, binding.type, binding.mapping) };
    }
  }

  /** A transaction that puts back what is waiting; `null` when nothing is. */
  restore({ state }: EditorView): Transaction | null {
    const owed = this.#owed.splice(0);
    if (owed.length === 0) return null;
    const { binding } = ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding };
    const { tr } = state;
    for (const { words, place } of owed) {
      const at =
        'at' in place
          ? place.at
          : relativePositionToAbsolutePosition(binding.doc, binding.type, place.relative, binding.mapping);
      if (at !== null && at <= state.doc.content.size && state.doc.resolve(at).parent.isTextblock) {
        tr.insert(tr.mapping.map(at, -1), words);
      }
    }
    return tr;
  }
}

/** What the other side wrote, as it is to be shown: to be taken away. */
function foreignWords(doc: Node, from: number, to: number, id: string): Fragment {
  const { deleted } = doc.type.schema.marks;
  const words: Node[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText || isInserted(node) || !deleted) return;
    const part = node.cut(Math.max(0, from - at), Math.min(node.nodeSize, to - at));
    words.push(markOf(node.marks, 'deleted') ? part : part.mark(deleted.create({ id }).addToSet(part.marks)));
  });
  return Fragment.fromArray(words);
}
