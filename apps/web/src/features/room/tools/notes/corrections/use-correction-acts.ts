import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useCallback, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import { undoOf } from '../note-undo';
import type { NotesModel } from '../notes-model';
import { useEditorState } from '../use-editor-state';
import type { CorrectionActs } from './correction-card';
import { decideCorrections, takeBackCorrection } from './decide-corrections';
import { piecesOf } from './pieces';
import type { Decision } from './resolve';

interface CorrectionActsOptions {
  readonly editor: Editor;
  readonly model: NotesModel;
  /** The list. */
  readonly root: RefObject<HTMLElement | null>;
  readonly onActive: (id: string | null) => void;
}

/** What the buttons of the list do, and where the focus is then: never lost with what it was on. */
export function useCorrectionActs({ editor, model, root, onActive }: CorrectionActsOptions) {
  const [last, setLast] = useState<{ readonly decision: Decision; readonly step: unknown } | null>(null);
  const undoable = useEditorState(editor, () =>
    last !== null && undoOf(model).undoStack.at(-1) === last.step ? last.decision : null,
  );
  const decide = useCallback(
    (id: string | 'all', decision: Decision) => {
      const next = id === 'all' ? null : nextAfter(model, id);
      decideCorrections({ view: editor.view, book: model.book }, id, decision);
      setLast({ decision, step: undoOf(model).undoStack.at(-1) });
      focusOnCard(root.current, next);
    },
    [editor, model, root],
  );
  const acts = useMemo<CorrectionActs>(
    () => ({
      show: (id) => {
        onActive(id);
        showInText(editor, id);
      },
      decide,
      takeBack: (id) => {
        const next = nextAfter(model, id);
        takeBackCorrection({ view: editor.view, book: model.book }, id);
        focusOnCard(root.current, next);
      },
      setCategory: (id, category) => model.book.setCategory(id, category),
      setComment: (id, comment) => model.book.setComment(id, comment),
    }),
    [editor, model, root, onActive, decide],
  );
  const undo = () => {
    undoOf(model).undo();
    setLast(null);
    focusOnCard(root.current, null);
  };
  return {
    acts,
    decideAll: (decision: Decision) => decide('all', decision),
    last: undoable,
    undo,
  };
}

/** The open correction after one, or before it if it is the last. */
function nextAfter({ book }: NotesModel, id: string): string | null {
  const open = book.getSnapshot().filter(({ state }) => state === 'open');
  const index = open.findIndex((one) => one.id === id);
  return (open[index + 1] ?? open[index - 1])?.id ?? null;
}

/** Puts the focus on a correction's card; `null`, or where there is none: on the list's heading. */
export function focusOnCard(root: HTMLElement | null, id: string | null): void {
  // Once React has shown what is left.
  requestAnimationFrame(() => {
    const card = id === null ? null : root?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] button`);
    (card ?? root?.querySelector<HTMLElement>('[data-heading]'))?.focus();
  });
}

/** Puts the caret there; whoever may not write sees the place. */
function showInText(editor: Editor, id: string): void {
  const piece = piecesOf(editor.state.doc).find((one) => one.id === id);
  if (!piece) return;
  const { tr, doc } = editor.state;
  const selection = TextSelection.near(doc.resolve(piece.to), -1);
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
  if (editor.isEditable) editor.view.focus();
  else elementAt(editor, selection.from)?.scrollIntoView({ block: 'center' });
}

function elementAt({ view }: Editor, at: number): Element | null {
  const { node } = view.domAtPos(at);
  return node instanceof Element ? node : node.parentElement;
}
