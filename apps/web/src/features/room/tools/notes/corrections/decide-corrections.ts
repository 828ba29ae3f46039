import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager, XmlFragment } from 'yjs';
import type { CorrectionBook } from './correction-book';
import { inOneTransaction } from './one-transaction';
import { resolve } from './resolve';
import { resolveWords } from './resolve-text';
import type { Decision } from './resolve';
import { CORRECTIONS } from './suggesting';

export interface Deciding {
  readonly view: EditorView;
  readonly book: CorrectionBook;
}

const OUTCOMES = { accept: 'accepted', reject: 'rejected' } as const;

/** Accepts or rejects a correction, or all: one step to undo. What is decided already, or gone, stays as it is. */
export function decideCorrections({ view, book }: Deciding, id: string | 'all', decision: Decision): void {
  const isMeant = (one: string) => id === 'all' || one === id;
  const decided = book.getSnapshot().filter((one) => one.state === 'open' && isMeant(one.id));
  carryOut(
    view,
    (one) => (isMeant(one) ? decision : null),
    () => {
      for (const one of decided) book.close(one, OUTCOMES[decision]);
    },
  );
}

/** It was not meant: the text is as before, and nothing is left of it. */
export function takeBackCorrection({ view, book }: Deciding, id: string): void {
  carryOut(
    view,
    (one) => (one === id ? 'reject' : null),
    () => book.drop(id),
  );
}

function carryOut(view: EditorView, decide: (id: string) => Decision | null, record: () => void): void {
  const tr = view.state.tr.setMeta(CORRECTIONS, true);
  resolve(tr, decide);
  if (!tr.docChanged) return;
  const { undoManager } = yUndoPluginKey.getState(view.state) as { undoManager: UndoManager };
  const { type } = ySyncPluginKey.getState(view.state) as { type: XmlFragment };
  undoManager.stopCapturing();
  inOneTransaction(view, () => {
    resolveWords(type, decide);
    view.dispatch(tr);
    record();
  });
  undoManager.stopCapturing();
}
