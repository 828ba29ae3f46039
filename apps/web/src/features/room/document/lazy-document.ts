import type { Clock } from '@ieum/webrtc-client';
import type { ToolCall, ToolRoom } from '../tools/tool';
import type { FrameRelay } from '../signaling/frame-relay';
import { RelayedChannel } from '../signaling/relayed-channel';
import { HeldChannel } from '../tools/held-channel';
import { CURSORS_CHANNEL, DOCUMENT_CHANNEL } from './document-channels';
import { retryDelay } from './retry-delay';
import type { SharedDocument } from './shared-document';

/** A call with one visit of the other side, and the way to it by the server, for when there is no other. */
export interface DocumentCall extends ToolCall {
  readonly relay: FrameRelay;
}

/** What makes the document run. */
export interface DocumentCode {
  createDocument(room: ToolRoom): SharedDocument;
}

export interface LazyDocumentOptions {
  readonly room: ToolRoom;
  readonly load: () => Promise<DocumentCode>;
  /** Whether this tab opened it before: it may hold what the other side has not seen. */
  readonly wasOpened: { read(): boolean; write(opened: boolean): void };
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

interface HeldCall {
  /** The two sides' own, and the one by way of the server. */
  readonly documents: readonly HeldChannel[];
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

  callBegan(call: DocumentCall): () => void {
    const { room, clock, onError } = this.#options;
    const direct = call.channel(DOCUMENT_CHANNEL.label);
    // What is said in counselling passes through no server.
    const relayed =
      room.kind === 'counselling' ? null : new RelayedChannel({ direct, relay: call.relay, clock, onError });
    const held: HeldCall = {
      documents: [direct, ...(relayed ? [relayed] : [])].map((channel) => new HeldChannel(channel, this.#onHeld)),
      cursors: new HeldChannel(call.channel(CURSORS_CHANNEL.label), () => undefined),
    };
    this.#calls.add(held);
    if (this.#shared) connect(held, this.#shared);
    else if (this.#options.wasOpened.read()) this.#onHeld();
    return () => {
      this.#calls.delete(held);
      held.ended?.();
      for (const channel of [...held.documents, held.cursors]) channel.close();
      relayed?.close();
    };
  }

  close(): void {
    this.#closed = true;
    this.#cancelRetry?.();
    this.#shared?.close();
  }

  /** Somebody wrote, here or there: what is not read would be forgotten with this page. */
  readonly #onHeld = (): void => {
    if (!this.#opening && !this.#cancelRetry) this.#openForPartner();
  };

  #openForPartner(): void {
    this.open().catch((error: unknown) => {
      this.#options.onError(error);
      if (this.#closed) return;
      this.#cancelRetry = this.#options.clock.setTimeout(() => {
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
    this.#options.wasOpened.write(true);
    for (const held of this.#calls) connect(held, shared);
    for (const listener of this.#listeners) listener();
  }
}

function connect(held: HeldCall, shared: SharedDocument): void {
  held.ended = shared.connect(held.documents, held.cursors);
  for (const channel of [...held.documents, held.cursors]) channel.release();
}
