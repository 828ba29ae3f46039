import type { ConsultRole } from '@ieum/signaling-protocol';
import type { ManualClock } from '@ieum/webrtc-client/testing';
import { pictures } from '../../../../../shared/pictures/testing/picture-samples';
import type { SharedDocument } from '../../../document/shared-document';
import { DocumentSide, DocumentWire } from '../../../document/testing/document-world';
import { ChatModel } from '../chat-model';

export const NOW = '2026-11-21T08:00:00.000Z';
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** For specs: a picture of so many bytes. */
export function pictureOf(bytes: number, width = 40, height = 30) {
  const all = new Uint8Array(bytes);
  all.set(pictures.lossy(width, height));
  return { mimeType: 'image/webp', width, height, bytes: all } as const;
}

/** For specs: one side of a chat. */
export class ChatSide {
  readonly side: DocumentSide;
  #ids: number;

  constructor(
    readonly clock: ManualClock,
    readonly role: ConsultRole,
    readonly maxBytes = 1_000_000,
  ) {
    this.side = new DocumentSide(clock);
    this.#ids = role === 'student' ? 1 : 1_001;
  }

  /** A page of this side opens the room. */
  async visit() {
    const shared = this.side.create({ maxBytes: this.maxBytes });
    await shared.open();
    return { shared, model: this.read(shared), array: shared.document.doc.getArray<unknown>('chat') };
  }

  /** The chat of a document that is open. */
  read(shared: SharedDocument): ChatModel {
    const { role, clock } = this;
    return new ChatModel({ shared, kind: 'tutoring', role, clock, newId: () => uuid(this.#ids++), now: () => NOW });
  }
}

/** For specs: two sides in a call. */
export async function chatInCall(student: ChatSide, mentor: ChatSide) {
  const [a, b] = [await student.visit(), await mentor.visit()];
  const wire = new DocumentWire(student.clock);
  const ends = [wire.begin(a.shared, 'a'), wire.begin(b.shared, 'b')];
  wire.open();
  await student.clock.advance(100);
  return { a, b, wire, ends };
}

export function say(model: ChatModel, text: string): void {
  model.keepDraft({ text, picture: null });
  model.send();
}

export const texts = (model: ChatModel) => model.getSnapshot().messages.map(({ text }) => text);
export const states = (model: ChatModel) => model.getSnapshot().messages.map(({ state }) => state);
