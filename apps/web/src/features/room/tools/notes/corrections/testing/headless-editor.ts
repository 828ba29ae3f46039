import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { updateYFragment, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from '@tiptap/y-tiptap';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, UndoManager } from 'yjs';
import { recordsOf } from '../../../../../../shared/corrections/correction-record';
import { makeLinesWithText } from '../../note-blocks';
import { keepSelection } from '../../note-selection';
import { CorrectionBook } from '../correction-book';
import { decideCorrections } from '../decide-corrections';
import type { Edit } from '../suggest';
import { Suggesting } from '../suggesting';
import type { Refusal } from '../suggesting';
import type { Decision } from '../resolve';
import { schema } from './random-document';

/** For specs: an editor on a document, without anything to see. */
export class HeadlessEditor {
  readonly book: CorrectionBook;
  readonly refusals: Refusal[] = [];
  readonly undo: UndoManager;
  readonly #suggesting: Suggesting;
  readonly #binding: ProsemirrorBinding;
  readonly #view: { state: EditorState; composing: boolean };

  constructor(readonly doc = new Doc()) {
    const fragment = doc.getXmlFragment('notes');
    makeLinesWithText(fragment, schema);
    this.undo = new UndoManager([fragment, recordsOf(doc)], { trackedOrigins: new Set([ySyncPluginKey]) });
    const plugins = [ySyncPlugin(fragment), yUndoPlugin({ undoManager: this.undo })];
    const view = {
      state: EditorState.create({ schema, plugins }),
      composing: false,
      hasFocus: () => false,
      dispatch: (tr: Transaction) => this.#dispatch(tr),
    };
    this.#view = view;
    this.#binding = (ySyncPluginKey.getState(view.state) as { binding: ProsemirrorBinding }).binding;
    this.#binding.initView(view);
    this.#binding._forceRerender();
    this.book = new CorrectionBook(doc, () => 0);
    this.#suggesting = new Suggesting(this.book, (reason) => this.refusals.push(reason));
  }

  get view(): EditorView {
    return this.#view as unknown as EditorView;
  }

  get state(): EditorState {
    return this.#view.state;
  }

  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '|', '/');
  }

  /** Puts a document in place of all. */
  fill(content: Node): this {
    this.doc.transact(() => updateYFragment(this.doc, this.doc.getXmlFragment('notes'), content, EMPTY()));
    return this;
  }

  select(from: number, to = from): this {
    this.view.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)));
    return this;
  }

  /** As somebody who corrects. */
  correct(edit: Edit): this {
    this.#suggesting.make(this.view, [edit]);
    return this;
  }

  type(text: string): this {
    const { from, to } = this.state.selection;
    return this.correct({ from, to, lines: [text] });
  }

  compose(text: string, from: number, to: number): this {
    this.#view.composing = true;
    return this.correct({ from, to, lines: [text] });
  }

  prepare(): this {
    this.#suggesting.prepare(this.view);
    return this;
  }

  composed(): this {
    this.#view.composing = false;
    this.#suggesting.settle(this.view);
    return this;
  }

  decide(id: string | 'all', decision: Decision): this {
    decideCorrections(this, id, decision);
    return this;
  }

  #dispatch(tr: Transaction): void {
    this.#view.state = this.#view.state.apply(tr);
    if (tr.getMeta(ySyncPluginKey)) return keepSelection(this.state);
    if (!tr.docChanged) return;
    this.#binding.mux(() => this.doc.transact(() => this.#binding._prosemirrorChanged(this.state.doc), ySyncPluginKey));
  }
}

const EMPTY = () => ({ mapping: new Map(), isOMark: new Map() });

/** Each gets what it lacks of the other. */
export function sync(one: Doc, other: Doc): void {
  const news = encodeStateAsUpdate(one, encodeStateVector(other));
  applyUpdate(one, encodeStateAsUpdate(other, encodeStateVector(one)), 'peer');
  applyUpdate(other, news, 'peer');
}
