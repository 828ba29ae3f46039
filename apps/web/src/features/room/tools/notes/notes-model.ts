import type { RoomDocument } from '@ieum/room-document';
import type { Clock } from '@ieum/webrtc-client';
import type { Transaction, XmlFragment } from 'yjs';
import { HeldChannel } from '../held-channel';
import type { ToolCall, ToolModel } from '../tool';
import { Checkpoint } from './checkpoint';
import type { ServerCopy } from './checkpoint';
import { Cursors } from './cursors';
import type { Device, DeviceCopy } from './device-copy';
import type { DocumentServer } from './document-server';
import { CURSORS_CHANNEL, DOCUMENT_CHANNEL } from './notes-channels';

/** Where the notes are kept besides this page. */
export interface NotesSnapshot {
  /** Whether what this device kept is there: nothing can be written before. */
  readonly ready: boolean;
  readonly server: ServerCopy;
  readonly onDevice: boolean;
  readonly unread: number;
  /** Something was not taken, for the notes are as long as they can be. */
  readonly full: boolean;
}

export interface NotesModelOptions {
  readonly document: RoomDocument;
  /** Where they are kept; `null`: nowhere but here, for what is said in this room is nobody else's. */
  readonly keep: { readonly device: Device; readonly server: DocumentServer } | null;
  readonly clock: Clock;
  /** Calls `listener` when the page may be gone in a moment. Returns the function that stops it. */
  readonly onLeaving: (listener: () => void) => () => void;
  readonly onError: (error: unknown) => void;
}

interface Held {
  readonly document: HeldChannel;
  stop: () => void;
}

/** The notes of one room: written by both sides at once, and kept as long as the consult is remembered. */
export class NotesModel implements ToolModel {
  readonly document: RoomDocument;
  readonly cursors: Cursors;
  readonly #options: NotesModelOptions;
  readonly #checkpoint: Checkpoint | null;
  readonly #listeners = new Set<() => void>();
  readonly #calls = new Set<Held>();
  readonly #stops: (() => void)[];
  #copy: DeviceCopy | null = null;
  #visible = false;
  #closed = false;
  #snapshot: NotesSnapshot = { ready: false, server: 'not-kept', onDevice: false, unread: 0, full: false };

  constructor(options: NotesModelOptions) {
    this.#options = options;
    const { document, keep, clock, onLeaving, onError } = options;
    this.document = document;
    this.cursors = new Cursors(document.doc, clock);
    this.#checkpoint =
      keep && new Checkpoint({ document, server: keep.server, clock, onChange: () => this.#tellServer(), onError });
    this.#stops = [onLeaving(() => this.#checkpoint?.flush())];
    this.fragment.observeDeep((_events, transaction) => this.#changed(transaction));
    this.#tellServer();
    void this.#open();
  }

  /** The notes' part of the document. */
  get fragment(): XmlFragment {
    return this.document.doc.getXmlFragment('notes');
  }

  readonly getSnapshot = (): NotesSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  unread(): number {
    return this.#snapshot.unread;
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.#snapshot.unread > 0) this.#update({ unread: 0 });
  }

  callBegan(call: ToolCall): () => void {
    const held: Held = {
      document: new HeldChannel(call.channel(DOCUMENT_CHANNEL.label), () => undefined),
      stop: () => undefined,
    };
    const stopCursors = this.cursors.connect(call.channel(CURSORS_CHANNEL.label));
    this.#calls.add(held);
    if (this.#snapshot.ready) this.#connect(held);
    return () => {
      this.#calls.delete(held);
      held.stop();
      held.document.close();
      stopCursors();
    };
  }

  /** `false`: so much more does not fit. */
  fits(bytes: number): boolean {
    const full = bytes > 0 && this.document.size + bytes > this.document.maxBytes;
    if (full !== this.#snapshot.full) this.#update({ full });
    return !full;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const stop of this.#stops.splice(0)) stop();
    this.cursors.close();
    const copy = this.#copy;
    void this.#checkpoint?.close().then((all) => (all ? copy?.forget() : copy?.close()));
    this.document.close();
  }

  async #open(): Promise<void> {
    const { keep } = this.#options;
    const copy = keep && (await keep.device.open(this.document.doc, () => this.#update({ onDevice: false })));
    if (this.#closed) return copy?.close();
    this.#copy = copy;
    this.#update({ ready: true, onDevice: copy !== null });
    for (const held of this.#calls) this.#connect(held);
    this.#checkpoint?.start();
  }

  #connect(held: Held): void {
    held.stop = this.document.connect(held.document);
    held.document.release();
  }

  #changed({ origin }: Transaction): void {
    const isPartner = [...this.#calls].some(({ document }) => document === origin);
    if (isPartner && !this.#visible && this.#snapshot.unread === 0) this.#update({ unread: 1 });
  }

  #tellServer(): void {
    this.#update({ server: this.#checkpoint?.state ?? 'not-kept' });
  }

  #update(change: Partial<NotesSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
