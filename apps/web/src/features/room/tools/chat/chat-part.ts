import type { ConsultRole } from '@ieum/signaling-protocol';
import type { Doc, Transaction } from 'yjs';
import { ChatMark, readEntries, readEntry } from '../../../../shared/consult-document/chat-entry';
import type { ChatEntry } from '../../../../shared/consult-document/chat-entry';

/** The chat's part of the document: the messages in their order, the same on both sides, and what became of them. */
export class ChatPart {
  readonly #doc: Doc;
  readonly #array;
  readonly #marks;
  readonly #read = new WeakMap<object, ChatEntry | null>();

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#array = doc.getArray<unknown>('chat');
    this.#marks = doc.getMap<unknown>('chatMarks');
  }

  /** The newest messages that can be shown, each once. */
  entries(): ChatEntry[] {
    return readEntries(this.#array, (value) => this.#entryOf(value));
  }

  markOf(id: string): ChatMark | null {
    return ChatMark.safeParse(this.#marks.get(id)).data ?? null;
  }

  add(entry: ChatEntry): void {
    this.#array.push([entry]);
  }

  /** Takes a message of `writer` back, everywhere: what stays says only that there was one. */
  takeBack(id: string, writer: ConsultRole): void {
    this.#doc.transact(() => {
      this.#array.toArray().forEach((value, index) => {
        const entry = this.#entryOf(value);
        if (entry?.id !== id || entry.by !== writer || entry.deleted) return;
        const { by, at } = entry;
        this.#array.delete(index);
        this.#array.insert(index, [{ id, by, at, text: '', deleted: true } satisfies ChatEntry]);
      });
    });
  }

  mark(marks: ReadonlyMap<string, ChatMark>): void {
    this.#doc.transact(() => marks.forEach((mark, id) => this.#marks.set(id, mark)));
  }

  /** Returns the function that stops it. */
  onChange(listener: (transaction: Transaction) => void): () => void {
    const heard = (_event: unknown, transaction: Transaction) => listener(transaction);
    this.#array.observe(heard);
    this.#marks.observe(heard);
    return () => {
      this.#array.unobserve(heard);
      this.#marks.unobserve(heard);
    };
  }

  /** Each is looked at once: it never changes. */
  #entryOf(value: unknown): ChatEntry | null {
    if (typeof value !== 'object' || value === null) return null;
    const known = this.#read.get(value);
    if (known !== undefined) return known;
    const entry = readEntry(value);
    this.#read.set(value, entry);
    return entry;
  }
}
