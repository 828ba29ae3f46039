import * as Y from 'yjs';
import type { Clock } from '../clock';
import type { DocumentChannel } from './document-channel';
import { splitMessage } from './frames';

/** Updates go at most this often: what one frame of a screen changes is one message. */
const BATCH_MS = 16;

/** Hellos are answered at most this often: an answer takes as long as encoding the document. */
const ANSWER_MS = 250;

/** While more than this waits in the channel, the rest waits here, where it can still be merged. */
const MAX_WAITING_BYTES = 262_144;

/** An update of format 1 that says nothing. */
const EMPTY_UPDATE_BYTES = 2;

/** What an outbox needs of the document. */
interface OutboxDocument {
  readonly clock: Clock;
  stateVector(): Uint8Array;
  encode(since: Uint8Array): Uint8Array;
}

interface Question {
  readonly stateVector: Uint8Array;
  readonly welcome: boolean;
}

/** What one side of a link has to send: whole messages, one after the other, as fast as the channel takes them. */
export class LinkOutbox {
  readonly #channel: DocumentChannel;
  readonly #document: OutboxDocument;
  #frames: Uint8Array<ArrayBuffer>[] = [];
  #question: Question | undefined;
  #updates: Uint8Array[] = [];
  #answered = false;
  #nextAnswerAt = -Infinity;
  #nextBatchAt = -Infinity;
  #cancelTimer: (() => void) | undefined;

  constructor(channel: DocumentChannel, document: OutboxDocument) {
    this.#channel = channel;
    this.#document = document;
  }

  /** Whether the other side was sent, since the last `reset`, all that it lacked; or is about to be. */
  get isAnswered(): boolean {
    return this.#answered || this.#question !== undefined;
  }

  /** Forgets everything: the channel has closed, or opened anew. */
  reset(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#frames = [];
    this.#question = undefined;
    this.#updates = [];
    this.#answered = false;
    this.#nextAnswerAt = -Infinity;
    this.#nextBatchAt = -Infinity;
  }

  hello(): void {
    this.#frames.push(...splitMessage('hello', this.#document.stateVector()));
    this.pump();
  }

  /** The other side has this and lacks the rest. The latest question counts. */
  answer(stateVector: Uint8Array, { welcome }: { readonly welcome: boolean }): void {
    this.#question = { stateVector, welcome };
    this.pump();
  }

  /** Not before the other side was answered: until then it could not add it to what it has. */
  add(update: Uint8Array): void {
    if (!this.#answered) return;
    this.#updates.push(update);
    this.pump();
  }

  /** Sends what it may. */
  pump(): void {
    while (this.#channel.isOpen && this.#channel.bufferedAmount <= MAX_WAITING_BYTES) {
      if (this.#frames.length === 0) this.#frames = this.#nextMessages();
      const [frame] = this.#frames;
      if (!frame || !this.#channel.send(frame)) return;
      this.#frames.shift();
    }
  }

  #nextMessages(): Uint8Array<ArrayBuffer>[] {
    const now = this.#document.clock.now();
    if (this.#question) {
      if (now < this.#nextAnswerAt) this.#wakeAt(this.#nextAnswerAt);
      else return this.#answer(this.#question, now);
    }
    if (this.#updates.length === 0) return [];
    if (now < this.#nextBatchAt) {
      this.#wakeAt(this.#nextBatchAt);
      return [];
    }
    const merged = Y.mergeUpdates(this.#updates);
    this.#updates = [];
    this.#nextBatchAt = now + BATCH_MS;
    return splitMessage('update', merged);
  }

  #answer({ stateVector, welcome }: Question, now: number): Uint8Array<ArrayBuffer>[] {
    const missing = this.#document.encode(stateVector);
    this.#question = undefined;
    // They are in it.
    this.#updates = [];
    this.#answered = true;
    this.#nextAnswerAt = now + ANSWER_MS;
    return [
      ...(welcome ? splitMessage('welcome', this.#document.stateVector()) : []),
      ...(missing.byteLength > EMPTY_UPDATE_BYTES ? splitMessage('update', missing) : []),
    ];
  }

  #wakeAt(time: number): void {
    if (this.#cancelTimer) return;
    this.#cancelTimer = this.#document.clock.setTimeout(() => {
      this.#cancelTimer = undefined;
      this.pump();
    }, time - this.#document.clock.now());
  }
}
