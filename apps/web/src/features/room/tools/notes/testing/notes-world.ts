import { inspectDirectly, RoomDocument } from '@ieum/room-document';
import { fakePeerChannelPair, ManualClock } from '@ieum/webrtc-client/testing';
import type { FakePeerChannelPair } from '@ieum/webrtc-client/testing';
import { applyUpdate, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import type { Doc } from 'yjs';
import type { Device, DeviceCopy } from '../device-copy';
import { NotesModel } from '../notes-model';
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

/** For specs: the notes of somebody in a room. */
export class NotesSide {
  readonly device = new FakeDevice();
  readonly server = new FakeDocumentServer();
  readonly errors: unknown[] = [];
  leaving: (() => void)[] = [];
  readonly #models: NotesModel[] = [];

  constructor(readonly clock = new ManualClock()) {}

  model({ kept = true, maxBytes = 100_000 } = {}): NotesModel {
    const { clock, device, server } = this;
    const model = new NotesModel({
      document: new RoomDocument({ inspector: inspectDirectly(), clock, maxBytes }),
      keep: kept ? { device, server } : null,
      clock,
      onLeaving: (listener) => {
        this.leaving.push(listener);
        return () => void (this.leaving = this.leaving.filter((one) => one !== listener));
      },
      onError: (error) => this.errors.push(error),
    });
    this.#models.push(model);
    return model;
  }

  /** A model holds a timer of the real clock. */
  close(): void {
    for (const model of this.#models) model.close();
  }
}

/** The channels of a call between two sides. */
export class NotesWire {
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
  begin(model: NotesModel, end: 'a' | 'b'): () => void {
    return model.callBegan({ channel: (label) => (label === 'document' ? this.document : this.cursors)[end] });
  }
}

export function write({ fragment }: NotesModel, words: string): void {
  const paragraph = new XmlElement('paragraph');
  paragraph.insert(0, [new XmlText(words)]);
  fragment.push([paragraph]);
}

export const wordsOf = ({ fragment }: NotesModel): string[] =>
  fragment.toArray().map((block) => (block instanceof XmlElement ? block.toArray().join('') : ''));
