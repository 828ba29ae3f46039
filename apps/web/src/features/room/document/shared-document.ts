import type { RoomDocument } from '@ieum/room-document';
import type { Clock, PeerChannel } from '@ieum/webrtc-client';
import type { Awareness } from 'y-protocols/awareness';
import type { Transaction } from 'yjs';
import { SnapshotSource } from '../../../shared/lib/snapshot-source';
import { Checkpoint } from './checkpoint';
import type { ServerCopy } from './checkpoint';
import { Cursors } from './cursors';
import type { Device, DeviceCopy } from './device-copy';
import type { DocumentServer } from './document-server';

/** Where the document is kept besides this page. */
export interface DocumentSnapshot {
  readonly server: ServerCopy;
  readonly onDevice: boolean;
  /** Something was not taken, for the document is as large as it can be. */
  readonly full: boolean;
  /** What is written now is with the other side in a moment. */
  readonly connected: boolean;
}

export interface SharedDocumentOptions {
  readonly document: RoomDocument;
  readonly device: Device;
  /** `null`: it keeps nothing, for what is said in this room is nobody else's. */
  readonly server: DocumentServer | null;
  readonly clock: Clock;
  /** Calls `listener` when the page may be gone in a moment. Returns the function that stops it. */
  readonly onLeaving: (listener: () => void) => () => void;
  readonly onError: (error: unknown) => void;
}

/**
 * The one document of a consult, of which each tool has a part: written by both sides at once, and kept as long as the
 * consult is remembered.
 */
export class SharedDocument extends SnapshotSource<DocumentSnapshot> {
  readonly document: RoomDocument;
  readonly #cursors: Cursors;
  readonly #options: SharedDocumentOptions;
  readonly #checkpoint: Checkpoint | null;
  readonly #partners = new Set<PeerChannel>();
  /** Names of the parts. */
  readonly #written = new Set<string>();
  readonly #stops: (() => void)[];
  #copy: DeviceCopy | null = null;
  #closed = false;

  constructor(options: SharedDocumentOptions) {
    super({ server: 'not-kept', onDevice: false, full: false, connected: false });
    this.#options = options;
    const { document, server, clock, onLeaving, onError } = options;
    this.document = document;
    this.#cursors = new Cursors(document.doc, clock);
    this.#checkpoint =
      server && new Checkpoint({ document, server, clock, onChange: () => this.#tellServer(), onError });
    this.#stops = [onLeaving(() => this.#checkpoint?.flush())];
    document.doc.on('afterTransaction', this.#noteWhat);
    this.#tellServer();
  }

  /** Puts in what this device kept: nothing is to be written before. Once; never rejects. */
  async open(): Promise<void> {
    const { device } = this.#options;
    const copy = await device.open(this.document.doc, () => this.update({ onDevice: false }));
    if (this.#closed) return copy?.close();
    this.#copy = copy;
    this.update({ onDevice: copy !== null });
    this.#checkpoint?.start();
  }

  /** Where the pointers of both sides are: one's own state to be set, and one state for every other side. */
  get awareness(): Awareness {
    return this.#cursors.awareness;
  }

  /** A call with somebody, over these channels until the answer is called. */
  connect(documents: readonly PeerChannel[], cursors: PeerChannel): () => void {
    const stops = documents.flatMap((channel) => {
      this.#partners.add(channel);
      return [this.document.connect(channel), channel.on('open', () => this.#tellConnected())];
    });
    stops.push(this.#cursors.connect(cursors));
    this.#tellConnected();
    return () => {
      for (const stop of stops) stop();
      for (const channel of documents) this.#partners.delete(channel);
      this.#tellConnected();
    };
  }

  /** Whether a transaction of this origin is the other side's. */
  isPartner(origin: unknown): boolean {
    return ([...this.#partners] as unknown[]).includes(origin);
  }

  /** Whether the other side wrote in that part since this page has it, also before there was anybody to show it. */
  partnerWroteIn(part: string): boolean {
    return this.#written.has(part);
  }

  /** `false`: so much more does not fit. */
  fits(bytes: number): boolean {
    const full = bytes > 0 && !this.document.hasRoomFor(bytes);
    if (full !== this.snapshot.full) this.update({ full });
    return !full;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const stop of this.#stops.splice(0)) stop();
    this.document.doc.off('afterTransaction', this.#noteWhat);
    this.#cursors.close();
    const copy = this.#copy;
    if (this.#checkpoint) void this.#checkpoint.close().then((all) => (all ? copy?.forget() : copy?.close()));
    else copy?.close();
    this.document.close();
  }

  readonly #noteWhat = ({ origin, doc, changed, changedParentTypes }: Transaction): void => {
    if (!this.isPartner(origin)) return;
    for (const [part, type] of doc.share) {
      // What nobody has asked for yet has no observers, and so is no parent.
      if (changed.has(type) || changedParentTypes.has(type)) this.#written.add(part);
    }
  };

  #tellConnected(): void {
    const connected = [...this.#partners].some(({ isOpen }) => isOpen);
    if (connected !== this.snapshot.connected) this.update({ connected });
  }

  #tellServer(): void {
    this.update({ server: this.#checkpoint?.state ?? 'not-kept' });
  }
}
