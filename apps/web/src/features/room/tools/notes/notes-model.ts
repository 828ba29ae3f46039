import type { Consult } from '@ieum/signaling-protocol';
import type { Transaction, UndoManager, XmlFragment } from 'yjs';
import type { SharedDocument } from '../../document/shared-document';
import type { ToolModel } from '../tool';
import { CorrectionBook } from './corrections/correction-book';
import { WritePermission } from './corrections/write-permission';

/** Whether what one writes is the text, or a suggestion about it. */
export type WritingMode = 'edit' | 'correct';

const PART = 'notes';

/** The notes of one room: a part of its document. */
export class NotesModel implements ToolModel {
  readonly shared: SharedDocument;
  readonly fragment: XmlFragment;
  /** Who corrects; the other decides. */
  readonly isMentor: boolean;
  readonly book: CorrectionBook;
  readonly permission: WritePermission;
  /** What this person can undo, also after the panel was closed; made with the editor. */
  undo: UndoManager | null = null;
  readonly #listeners = new Set<() => void>();
  #visible = false;
  #unread: number;
  #mode: WritingMode = 'edit';

  constructor(shared: SharedDocument, role: Consult['role']) {
    const { doc } = shared.document;
    this.shared = shared;
    this.isMentor = role === 'mentor';
    this.fragment = doc.getXmlFragment(PART);
    this.book = new CorrectionBook(doc);
    this.permission = new WritePermission(doc);
    this.#unread = shared.partnerWroteIn(PART) ? 1 : 0;
    this.fragment.observeDeep(this.#changed);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly unread = (): number => this.#unread;

  readonly mode = (): WritingMode => this.#mode;

  setMode(mode: WritingMode): void {
    this.#mode = mode;
    this.#tell();
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#count(0);
  }

  close(): void {
    this.fragment.unobserveDeep(this.#changed);
    this.book.destroy();
  }

  readonly #changed = (_events: unknown, { origin }: Transaction): void => {
    if (this.shared.isPartner(origin) && !this.#visible) this.#count(1);
  };

  #count(unread: number): void {
    if (unread === this.#unread) return;
    this.#unread = unread;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
