import { inspectDirectly, RoomDocument } from '@ieum/room-document';
import { fakePeerChannelPair, ManualClock } from '@ieum/webrtc-client/testing';
import type { FakePeerChannelPair } from '@ieum/webrtc-client/testing';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import type { Doc } from 'yjs';
import type { Device, DeviceCopy } from '../device-copy';
import { SharedDocument } from '../shared-document';
import { FakeDocumentServer } from './fake-document-server';

/** For specs: a device that keeps documents in memory. */
class FakeDevice implements Device {
  kept: Uint8Array | null = null;
  /** As in a private window. */
  keepsNothing = false;
  closed = false;
  lose: () => void = () => undefined;

  open = async (doc: Doc, onLost: () => void): Promise<DeviceCopy | null> => {
    if (this.keepsNothing) return null;
    this.lose = onLost;
    if (this.kept) applyUpdate(doc, this.kept, this);
    const keep = () => void (this.kept = encodeStateAsUpdate(doc));
    doc.on('update', keep);
    const close = () => {
      doc.off('update', keep);
      this.closed = true;
    };
    return { close, forget: () => (close(), void (this.kept = null)) };
  };
}

/** For specs: the document of somebody in a room. */
export class DocumentSide {
  readonly device = new FakeDevice();
  readonly server = new FakeDocumentServer();
  readonly errors: unknown[] = [];
  leaving: (() => void)[] = [];
  readonly #opened: SharedDocument[] = [];

  constructor(readonly clock = new ManualClock()) {}

  /** A page of this device opens it. `kept`: by the server. */
  share(options: { readonly kept?: boolean; readonly maxBytes?: number } = {}): SharedDocument {
    const shared = this.create(options);
    void shared.open();
    return shared;
  }

  /** As a page of this device makes it. */
  create({ kept = true, maxBytes = 100_000 } = {}): SharedDocument {
    const { clock, device, server } = this;
    const shared = new SharedDocument({
      document: new RoomDocument({ inspector: inspectDirectly(), clock, maxBytes }),
      device,
      server: kept ? server : null,
      clock,
      onLeaving: (listener) => {
        this.leaving.push(listener);
        return () => void (this.leaving = this.leaving.filter((one) => one !== listener));
      },
      onError: (error) => this.errors.push(error),
    });
    this.#opened.push(shared);
    return shared;
  }

  /** A document holds a timer of the real clock. */
  close(): void {
    for (const shared of this.#opened) shared.close();
  }
}

/** The channels of a call between two sides. */
export class DocumentWire {
  readonly document: FakePeerChannelPair;
  readonly cursors: FakePeerChannelPair;

  constructor(clock: ManualClock) {
    this.document = fakePeerChannelPair({ clock });
    this.cursors = fakePeerChannelPair({ clock });
  }

  open(): void {
    for (const pair of [this.document, this.cursors]) pair.open();
  }

  close(): void {
    for (const pair of [this.document, this.cursors]) pair.close();
  }

  /** Returns the end of the call. */
  begin(shared: SharedDocument, end: 'a' | 'b'): () => void {
    return shared.connect([this.document[end]], this.cursors[end]);
  }
}

/** For specs: the two devices of a consult, on one clock. */
export class DocumentPair {
  readonly clock = new ManualClock();
  readonly mine = new DocumentSide(this.clock);
  readonly theirs = new DocumentSide(this.clock);

  /** A call of `a` and `b`, whose channels are open. `ends`: each end's way out of it. */
  async connect(a: SharedDocument, b: SharedDocument) {
    const wire = new DocumentWire(this.clock);
    const ends = [wire.begin(a, 'a'), wire.begin(b, 'b')] as const;
    wire.open();
    await this.clock.advance(100);
    return { wire, ends };
  }

  close(): void {
    this.mine.close();
    this.theirs.close();
  }
}
