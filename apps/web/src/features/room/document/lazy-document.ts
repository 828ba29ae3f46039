import type { ToolCall, ToolRoom } from '../tools/tool';
import { HeldChannel } from '../tools/held-channel';
import { CURSORS_CHANNEL, DOCUMENT_CHANNEL } from './document-channels';
import { retryDelay } from './retry-delay';
import type { SharedDocument } from './shared-document';

/** What makes the document run. */
export interface DocumentCode {
  createDocument(room: ToolRoom): SharedDocument;
}

export interface LazyDocumentOptions {
  readonly room: ToolRoom;
  readonly load: () => Promise<DocumentCode>;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onError: (error: unknown) => void;
}

interface HeldCall {
  readonly document: HeldChannel;
  readonly cursors: HeldChannel;
  ended?: () => void;
}

/**
 * Stands in for the document of a room until somebody writes in it, here or there: its code is not part of the page.
 * What comes meanwhile is kept for it.
 */
export class LazyDocument {
  readonly #options: LazyDocumentOptions;
  readonly #calls = new Set<HeldCall>();
  readonly #listeners = new Set<() => void>();
  #opening: Promise<SharedDocument> | null = null;
  #shared: SharedDocument | null = null;
  #failures = 0;
  #cancelRetry: (() => void) | null = null;
  #closed = false;

  constructor(options: LazyDocumentOptions) {
    this.#options = options;
  }

  /** The document, with what this device kept of it. Rejects when its code cannot be had; asking again may help. */
  open(): Promise<SharedDocument> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  /** Throws before somebody opened it. */
  get shared(): SharedDocument {
    if (!this.#shared) throw new Error('the document was not opened');
    return this.#shared;
  }

  /** Calls `listener` once it is open. */
  onOpen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  callBegan(call: ToolCall): () => void {
    const held: HeldCall = {
      document: new HeldChannel(call.channel(DOCUMENT_CHANNEL.label), this.#onHeld),
      cursors: new HeldChannel(call.channel(CURSORS_CHANNEL.label), () => undefined),
    };
    this.#calls.add(held);
    if (this.#shared) connect(held, this.#shared);
    return () => {
      this.#calls.delete(held);
      held.ended?.();
      held.document.close();
      held.cursors.close();
    };
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry?.();
    this.#shared?.close();
  }

  /** The other side wrote: what is not read would be forgotten with this page. */
  readonly #onHeld = (): void => {
    if (!this.#opening && !this.#cancelRetry) this.#openForPartner();
  };

  #openForPartner(): void {
    this.open().catch((error: unknown) => {
      this.#options.onError(error);
      if (this.#closed) return;
      this.#cancelRetry = this.#options.setTimer(() => {
        this.#cancelRetry = null;
        this.#openForPartner();
      }, retryDelay(++this.#failures));
    });
  }

  async #open(): Promise<SharedDocument> {
    const { load, room } = this.#options;
    const { createDocument } = await load();
    const shared = createDocument(room);
    await shared.open();
    if (this.#closed) shared.close();
    else this.#begin(shared);
    return shared;
  }

  #begin(shared: SharedDocument): void {
    this.#shared = shared;
    for (const held of this.#calls) connect(held, shared);
    for (const listener of this.#listeners) listener();
  }
}

function connect(held: HeldCall, shared: SharedDocument): void {
  held.ended = shared.connect(held.document, held.cursors);
  held.document.release();
  held.cursors.release();
}
