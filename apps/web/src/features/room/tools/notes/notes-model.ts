import type { Transaction, XmlFragment } from 'yjs';
import type { SharedDocument } from '../../document/shared-document';
import type { ToolModel } from '../tool';

/** The notes of one room: a part of its document. */
export class NotesModel implements ToolModel {
  readonly shared: SharedDocument;
  readonly fragment: XmlFragment;
  readonly #listeners = new Set<() => void>();
  #visible = false;
  #unread = 0;

  constructor(shared: SharedDocument) {
    this.shared = shared;
    this.fragment = shared.document.doc.getXmlFragment('notes');
    this.fragment.observeDeep(this.#changed);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly unread = (): number => this.#unread;

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#count(0);
  }

  close(): void {
    this.fragment.unobserveDeep(this.#changed);
  }

  readonly #changed = (_events: unknown, { origin }: Transaction): void => {
    if (this.shared.isPartner(origin) && !this.#visible) this.#count(1);
  };

  #count(unread: number): void {
    if (unread === this.#unread) return;
    this.#unread = unread;
    for (const listener of [...this.#listeners]) listener();
  }
}
