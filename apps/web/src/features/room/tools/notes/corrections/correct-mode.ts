import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { asEdits } from './as-edits';
import { cleanSlice } from './clean-slice';
import { handleCorrectKey } from './correct-keys';
import type { CorrectionBook } from './correction-book';
import { CORRECTIONS, Suggesting } from './suggesting';
import type { Refusal } from './suggesting';
import { withoutSuggestions } from './without-suggestions';

export interface CorrectModeOptions {
  /** Whether what this person writes is a suggestion. */
  readonly isOn: () => boolean;
  readonly book: CorrectionBook;
  /** Something was not done: only words can be corrected, or there are as many corrections as there can be. */
  readonly onRefused: (reason: Refusal) => void;
}

/** Makes suggestions of everything that one writes while correcting, however it is written. */
export function correctMode({ isOn, book, onRefused }: CorrectModeOptions): Extension {
  const suggesting = new Suggesting(book, onRefused);
  return Extension.create({
    name: 'correctMode',
    // Before whatever handles keys and text otherwise.
    priority: 10_000,
    dispatchTransaction({ transaction, next }) {
      if (isOn() && isFormatting(transaction)) {
        onRefused('formatting');
        return;
      }
      if (!transaction.docChanged || isChangeOrigin(transaction) || transaction.getMeta(CORRECTIONS)) {
        next(transaction);
        return;
      }
      if (!isOn()) {
        next(withoutSuggestions(transaction));
        return;
      }
      const edits = asEdits(transaction);
      if (edits) suggesting.make(this.editor.view, edits);
      else onRefused('formatting');
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        view: () => ({
          update: (view) => {
            // Not within an update.
            if (suggesting.owes && !view.composing)
              void Promise.resolve().then(() => view.isDestroyed || suggesting.settle(view));
          },
        }),
        props: {
          handleTextInput: (view, from, to, text) => {
            if (isOn()) suggesting.make(view, [{ from, to, lines: [text] }]);
            return isOn();
          },
          handleKeyDown: (view, event) =>
            isOn() && !view.composing && !event.isComposing && handleCorrectKey(view, event, suggesting),
          handlePaste: (view, event) => {
            if (!isOn()) return false;
            const { from, to } = view.state.selection;
            const text = event.clipboardData?.getData('text/plain') ?? '';
            if (text !== '') suggesting.make(view, [{ from, to, lines: text.split(/(?:\r?\n)+/u) }]);
            return true;
          },
          transformCopied: cleanSlice,
          transformPasted: cleanSlice,
          handleDOMEvents: {
            compositionstart: (view) => {
              if (isOn() && !view.composing && view.state.selection.empty) suggesting.prepare(view);
              return false;
            },
          },
        },
      }),
    ],
  });
}

/** Of what is written next. */
const isFormatting = (tr: Transaction): boolean =>
  !tr.docChanged && tr.storedMarksSet && (tr.storedMarks ?? []).length > 0 && !tr.getMeta(CORRECTIONS);
