import type { Doc } from 'yjs';
import { recordsOf } from '../../../../shared/corrections/correction-record';
import { listCorrections } from '../../../../shared/corrections/list-corrections';
import type { ListedCorrection } from '../../../../shared/corrections/list-corrections';
import { openedText } from '../../../../shared/corrections/opened-script';

export interface NotesReading {
  readonly corrections: readonly ListedCorrection[];
  /** The script as it stands in the notes; `null`: it does not. */
  readonly text: string | null;
}

/** What the notes say of the script. They are read when somebody wants to know: they change with every key. */
export class NotesWatch {
  readonly #doc: Doc;
  readonly #openedId: () => string | null;
  readonly #listeners = new Set<() => void>();
  #reading: NotesReading = { corrections: [], text: null };
  #isOld = true;

  constructor(doc: Doc, openedId: () => string | null) {
    this.#doc = doc;
    this.#openedId = openedId;
    doc.getXmlFragment('notes').observeDeep(this.changed);
    recordsOf(doc).observeDeep(this.changed);
  }

  readonly getSnapshot = (): NotesReading => {
    if (this.#isOld) {
      const id = this.#openedId();
      const text = id === null ? null : openedText(this.#doc.getXmlFragment('notes'), id);
      this.#reading = { corrections: listCorrections(this.#doc), text };
      this.#isOld = false;
    }
    return this.#reading;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Also when another script was opened. */
  readonly changed = (): void => {
    this.#isOld = true;
    for (const listener of [...this.#listeners]) listener();
  };

  close(): void {
    this.#doc.getXmlFragment('notes').unobserveDeep(this.changed);
    recordsOf(this.#doc).unobserveDeep(this.changed);
    this.#listeners.clear();
  }
}
