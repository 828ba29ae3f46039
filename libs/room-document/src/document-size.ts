import * as Y from 'yjs';

/** It is not worth counting again before the document grew by this many bytes. */
const RECOUNT_BYTES = 65_536;

/** How large a document is, in bytes of its update of format 1, without encoding it at every edit. */
export class DocumentSize {
  readonly #doc: Y.Doc;
  #counted: number;
  #grown = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#counted = Y.encodeStateAsUpdate(doc).byteLength;
  }

  /** An update of so many bytes was added. */
  add(bytes: number): void {
    this.#grown += bytes;
    // Counted again at every doubling at the latest: all in all as cheap as encoding the document twice.
    if (this.#grown > Math.max(RECOUNT_BYTES, this.#counted)) this.count();
  }

  /** Exact after `count`. Mostly more than it is since: edits share parts. Splitting a text by deleting in it makes it less. */
  get estimate(): number {
    return this.#counted + this.#grown;
  }

  /** Counts: as slow as encoding the document, unless nothing was added since. */
  count(): number {
    if (this.#grown === 0) return this.#counted;
    this.#counted = Y.encodeStateAsUpdate(this.#doc).byteLength;
    this.#grown = 0;
    return this.#counted;
  }
}
