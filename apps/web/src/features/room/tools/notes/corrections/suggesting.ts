import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ComposedOver } from './composed-over';
import { TooManyCorrections } from './correction-book';
import type { CorrectionBook } from './correction-book';
import { inOneTransaction } from './one-transaction';
import { marksFor } from './live-text';
import { piecesOf } from './pieces';
import { suggest } from './suggest';
import type { Edit, Suggested } from './suggest';
import { touchingId } from './touching-id';

/** Of a transaction that is in order as it is. */
export const CORRECTIONS = 'corrections';

export type Refusal = 'formatting' | 'too-many';

/** Writes down one person’s edits as suggestions. */
export class Suggesting {
  readonly #book: CorrectionBook;
  readonly #onRefused: (reason: Refusal) => void;
  readonly #over = new ComposedOver();
  /** What an input method writes is of this correction. */
  #composed: string | null = null;

  constructor(book: CorrectionBook, onRefused: (reason: Refusal) => void) {
    this.#book = book;
    this.#onRefused = onRefused;
  }

  /** In places of the document as it is. */
  make(view: EditorView, edits: readonly Edit[]): void {
    const tr = view.state.tr.setMeta(CORRECTIONS, true);
    const before = new Set(piecesOf(tr.doc).map(({ id }) => id));
    try {
      const last = edits
        .map((edit) => this.#suggest(view, tr, wholeCharacters(view.state.doc, withinText(view.state.doc, edit))))
        .at(-1);
      if (!last) return;
      const at = isBackwards(view, edits) ? last.from : last.end;
      tr.setSelection(textAt(tr.doc, at, 1) ?? textAt(tr.doc, at, -1) ?? Selection.near(tr.doc.resolve(at)))
        .setStoredMarks(null)
        .scrollIntoView();
    } catch (error) {
      if (error instanceof TooManyCorrections) return this.#onRefused('too-many');
      throw error;
    }
    this.#send(view, tr, before);
    this.#over.sent(view);
  }

  /**
   * An input method begins. What it writes over is marked before, and the mark of what it writes is there for it to write in:
   * put around it later, that would take the text away that it works on.
   */
  prepare(view: EditorView): void {
    const { from, to } = view.state.selection;
    if (from < to) this.make(view, [{ from, to, lines: [] }]);
    else this.make(view, [{ from, to, lines: [''] }]);
    const { doc, selection, schema, tr } = view.state;
    const at = selection.from;
    try {
      this.#composed = touchingId(doc, at, at, this.#book) ?? this.#book.next();
    } catch (error) {
      if (error instanceof TooManyCorrections) return;
      throw error;
    }
    const mark = schema.marks.inserted?.create({ id: this.#composed });
    const marks = marksFor(doc, at, at);
    view.dispatch(tr.setMeta(CORRECTIONS, true).setStoredMarks(mark ? mark.addToSet(marks) : marks));
  }

  /** The input method is done: what it wrote over can come back as what is to be taken away. */
  settle(view: EditorView): void {
    const tr = this.#over.restore(view);
    if (tr) this.#send(view, tr.setMeta(CORRECTIONS, true), new Set());
  }

  /** Something waits for the input method to be done. */
  get owes(): boolean {
    return this.#over.owes;
  }

  #suggest(view: EditorView, tr: Transaction, edit: Edit): Suggested {
    const mapped = { ...edit, from: tr.mapping.map(edit.from, -1), to: tr.mapping.map(edit.to) };
    if (!view.composing) return suggest(tr, mapped, this.#book);
    const id = this.#composed;
    const ids = id === null ? this.#book : { isOpen: (one: string) => one === id, next: () => id };
    return this.#over.suggest(tr, { ...mapped, isComposing: true }, ids);
  }

  #send(view: EditorView, tr: Transaction, before: ReadonlySet<string>): void {
    inOneTransaction(view, () => {
      view.dispatch(tr);
      const ids = new Set(piecesOf(view.state.doc).map(({ id }) => id));
      for (const id of ids) if (id !== '' && !before.has(id)) this.#book.begin(id);
      for (const id of before) if (id !== '' && !ids.has(id)) this.#book.drop(id);
    });
  }
}

/** There, or in the first text before or after it. */
const textAt = (doc: Node, place: number, direction: 1 | -1): Selection | null =>
  Selection.findFrom(doc.resolve(place), direction, true);

/** Where everything or a rule is selected, the ends lie between blocks, where nothing can be written. */
function withinText(doc: Node, edit: Edit): Edit {
  if (edit.lines.length === 0) return edit;
  const [first, last] = [textAt(doc, edit.from, 1), textAt(doc, edit.to, -1)];
  if (first && last && first.from <= last.from) return { ...edit, from: first.from, to: last.from };
  const at = (first ?? last)?.from;
  return at === undefined ? edit : { ...edit, from: at, to: at };
}

/** What the other side writes can leave the caret in the middle of a character of two units, such as an emoji. */
function wholeCharacters(doc: Node, edit: Edit): Edit {
  const from = edit.from - (isWithinCharacter(doc, edit.from) ? 1 : 0);
  const to = edit.from === edit.to ? from : edit.to + (isWithinCharacter(doc, edit.to) ? 1 : 0);
  return { ...edit, from, to };
}

const isWithinCharacter = (doc: Node, place: number): boolean => {
  const { parent, parentOffset } = doc.resolve(place);
  if (parentOffset === 0 || parentOffset === parent.content.size) return false;
  const around = parent.textBetween(parentOffset - 1, parentOffset + 1, '', '/');
  return (around.codePointAt(0) ?? 0) > 0xffff;
};

/** What is deleted before the caret is left behind it; all else is passed. */
const isBackwards = ({ state: { selection } }: EditorView, edits: readonly Edit[]): boolean =>
  selection.empty && edits.every(({ to, lines }) => lines.length === 0 && selection.head >= to);
