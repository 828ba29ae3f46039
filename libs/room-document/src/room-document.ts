import * as Y from 'yjs';
import type { Clock } from './clock';
import type { DocumentRefusal } from './document-refusal';
import { DocumentSize } from './document-size';
import type { UpdateInspector } from './inspect/update-inspector';
import { dropPending } from './pending';
import type { DocumentChannel } from './sync/document-channel';
import { DocumentLink, type UpdateSource } from './sync/document-link';

/** The largest document, in bytes of its update of format 1. */
export const MAX_DOCUMENT_BYTES = 5 * 1_048_576;

/** An update that holds a whole document may be a little longer than the document is. */
const UPDATE_SLACK_BYTES = 65_536;

/** So many whole documents may wait to be looked at. */
const MAX_WAITING_DOCUMENTS = 4;

/** Each counts as a frame at least: an honest member sends some sixty a second, a hostile one as many as there is room for. */
const MIN_WAITING_BYTES = 16_384;

export interface RoomDocumentOptions {
  /** Looks at everything that comes from outside. The document closes it with itself. */
  readonly inspector: UpdateInspector;
  readonly clock: Clock;
  /** 5 MiB by default. Own edits are never refused: stop editing when `size` comes near. */
  readonly maxBytes?: number;
  /** Something was not taken. */
  readonly onRefused?: (reason: DocumentRefusal) => void;
  /** Given what listeners and observers throw, which disturbs nobody else; by default it becomes an unhandled rejection. */
  readonly report?: (error: unknown) => void;
}

/** An update of format 1, and who made it: undefined or what the editor gave, for an edit; else what `receive` was given, or the channel. */
export type UpdateListener = (update: Uint8Array, origin: unknown) => void;

/**
 * One Yjs document that several people write at once, safe from what the others send: every update from outside is
 * inspected on a copy and bounded in size before it touches `doc`. Nothing here throws on account of it.
 *
 * Edit `doc` as any `Y.Doc`. What is loaded into it by other ways, such as y-indexeddb, is not inspected; wait for that before
 * `connect`.
 */
export class RoomDocument {
  readonly doc = new Y.Doc();
  readonly maxBytes: number;
  readonly #inspector: UpdateInspector;
  readonly #clock: Clock;
  readonly #onRefused: (reason: DocumentRefusal) => void;
  readonly #report: (error: unknown) => void;
  readonly #size = new DocumentSize(this.doc);
  readonly #links = new Set<DocumentLink>();
  readonly #listeners = new Set<UpdateListener>();
  #turn: Promise<unknown> = Promise.resolve();
  #waitingBytes = 0;
  /** What is being added was inspected already. */
  #inspected: { readonly origin: unknown } | undefined;
  #closed = false;

  constructor({ inspector, clock, maxBytes = MAX_DOCUMENT_BYTES, onRefused, report }: RoomDocumentOptions) {
    this.#inspector = inspector;
    this.#clock = clock;
    this.maxBytes = maxBytes;
    this.#onRefused = onRefused ?? (() => undefined);
    this.#report = report ?? ((error) => void Promise.reject(error));
    this.doc.on('update', this.#onUpdate);
    inspector.follow(() => this.encode());
  }

  /**
   * Keeps in step with the other side of `channel`, which does the same, whenever it is open. Channels of several peers are
   * fine: each gets what came from the others. After a refusal nothing more is taken from it until it opens anew, while it
   * still gets every edit. Returns the function that stops it.
   */
  connect(channel: DocumentChannel): () => void {
    if (this.#closed) return () => undefined;
    const link = new DocumentLink(channel, {
      clock: this.#clock,
      maxUpdateBytes: this.maxBytes + UPDATE_SLACK_BYTES,
      stateVector: () => this.stateVector(),
      encode: (since) => this.encode(since),
      admit: (update, source) => this.#admit(update, source),
      refuse: (reason, source) => void this.#refuse(reason, source),
    });
    this.#links.add(link);
    return () => {
      this.#links.delete(link);
      link.close();
    };
  }

  /**
   * Adds an update of format 1 after looking at it. False when it was refused, which `onRefused` is told, or the
   * document is closed. Parts that build on something unknown are left out. `origin` is passed on to listeners; the bytes must
   * stay as they are meanwhile. Never rejects.
   */
  receive(update: Uint8Array, origin: unknown): Promise<boolean> {
    return this.#admit(update, { origin, ignored: false });
  }

  /** An update of format 1: everything, or what `since`, a state vector, lacks. Throws when that is no state vector. */
  encode(since?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, since);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Bytes of `encode()`, as well as they are known without encoding; counted when they would be over `maxBytes`. */
  get size(): number {
    return this.#size.estimate > this.maxBytes ? this.#size.count() : this.#size.estimate;
  }

  /** Whether so many bytes more stay within `maxBytes`. When that is in doubt it is as slow as encoding the document. */
  hasRoomFor(bytes: number): boolean {
    return this.#size.estimate + bytes <= this.maxBytes || this.#size.count() + bytes <= this.maxBytes;
  }

  /** Calls `listener` with every change, wherever it comes from. Returns the function that stops it. */
  onUpdate(listener: UpdateListener): () => void {
    const own: UpdateListener = (update, origin) => listener(update, origin);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** For good: no timer, listener or worker stays, and `doc` is destroyed. Idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const link of this.#links) link.close();
    this.#links.clear();
    this.#listeners.clear();
    this.#inspector.close();
    this.doc.off('update', this.#onUpdate);
    this.doc.destroy();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    this.#size.add(update.byteLength);
    // Its own event comes first; what observers do about it is an edit.
    if (this.#inspected && this.#inspected.origin === origin) this.#inspected = undefined;
    else this.#inspector.accepted(update);
    for (const link of this.#links) link.onUpdate(update, origin);
    for (const listener of [...this.#listeners]) {
      try {
        listener(update, origin);
      } catch (error) {
        this.#report(error);
      }
    }
  };

  /** One at a time: each is judged with those before it in place. */
  async #admit(update: Uint8Array, source: UpdateSource): Promise<boolean> {
    if (this.#closed) return false;
    const bytes = Math.max(MIN_WAITING_BYTES, update.byteLength);
    if (
      update.byteLength > this.maxBytes + UPDATE_SLACK_BYTES ||
      this.#waitingBytes + bytes > MAX_WAITING_DOCUMENTS * (this.maxBytes + UPDATE_SLACK_BYTES)
    ) {
      return this.#refuse('too-large', source);
    }
    this.#waitingBytes += bytes;
    const taken = this.#turn.then(() => this.#consider(update, source));
    this.#turn = taken;
    const result = await taken;
    this.#waitingBytes -= bytes;
    return result;
  }

  async #consider(update: Uint8Array, source: UpdateSource): Promise<boolean> {
    if (this.#closed || source.ignored) return false;
    const verdict = await this.#inspector.inspect(update, this.doc.clientID);
    if (this.#closed) return false;
    if (verdict === 'malformed') return this.#refuse('update-malformed', source);
    if (verdict === 'too-slow') return this.#refuse('update-too-slow', source);
    if (!this.#fits(update)) {
      // The copy has it, the document has not.
      this.#inspector.follow(() => this.encode());
      return this.#refuse('too-large', source);
    }
    this.#apply(update, source.origin);
    return true;
  }

  /** Deleting is always possible, or a full document could never be made smaller. */
  #fits(update: Uint8Array): boolean {
    if (this.#size.estimate + update.byteLength <= this.maxBytes) return true;
    const news = Y.diffUpdate(update, this.stateVector());
    const bytes = this.#size.count() + news.byteLength;
    return bytes <= this.maxBytes || (Y.parseUpdateMeta(news).to.size === 0 && bytes <= 2 * this.maxBytes);
  }

  #apply(update: Uint8Array, origin: unknown): void {
    this.#inspected = { origin };
    try {
      Y.applyUpdate(this.doc, update, origin);
    } catch (error) {
      // The update is sound: it is one of the editor's observers.
      this.#report(error);
    } finally {
      this.#inspected = undefined;
      dropPending(this.doc);
    }
    this.#inspector.accepted(update);
  }

  #refuse(reason: DocumentRefusal, source: UpdateSource): false {
    source.ignored = true;
    try {
      this.#onRefused(reason);
    } catch (error) {
      this.#report(error);
    }
    return false;
  }
}
