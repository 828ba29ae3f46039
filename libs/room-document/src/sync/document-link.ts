import * as Y from 'yjs';
import type { Clock } from '../clock';
import type { DocumentRefusal } from '../document-refusal';
import type { DocumentChannel } from './document-channel';
import { MessageAssembler, type Message } from './frames';
import { LinkOutbox } from './link-outbox';

/** What a link needs of the document it belongs to. */
export interface LinkedDocument {
  readonly clock: Clock;
  readonly maxUpdateBytes: number;
  stateVector(): Uint8Array;
  encode(since: Uint8Array): Uint8Array;
  /** Takes an update in when its turn has come, unless its source is ignored by then. */
  admit(update: Uint8Array, source: UpdateSource): Promise<boolean>;
  /** Tells why, and ignores the source from now on. */
  refuse(reason: DocumentRefusal, source: UpdateSource): void;
}

/** Where updates come from, one building on the other: after a refusal the rest is of no use. */
export interface UpdateSource {
  readonly origin: unknown;
  ignored: boolean;
}

/** From one opening of the channel to the next. */
interface Opening extends UpdateSource {
  readonly assembler: MessageAssembler;
  /** The other side listens, and what comes from now on is meant for this link. */
  met: boolean;
}

/**
 * Keeps the document equal to another one across a channel.
 *
 * Each side says hello with its state vector when the channel opens or it begins to listen, and is answered with a
 * welcome, the other's state vector, and with the update it lacks. From then on each of its updates goes over. So whoever
 * comes late, twice, or back gets what is missing and no more.
 */
export class DocumentLink {
  readonly #channel: DocumentChannel;
  readonly #document: LinkedDocument;
  readonly #outbox: LinkOutbox;
  readonly #stops: (() => void)[];
  #opening: Opening | undefined;

  constructor(channel: DocumentChannel, document: LinkedDocument) {
    this.#channel = channel;
    this.#document = document;
    this.#outbox = new LinkOutbox(channel, document);
    this.#stops = [
      channel.on('open', (open) => this.#onOpen(open)),
      channel.on('message', (data) => this.#onMessage(data)),
      channel.on('drain', () => this.#outbox.pump()),
    ];
    if (channel.isOpen) this.#onOpen(true);
  }

  /** The document became this much richer. What came over this very channel does not go back. */
  onUpdate(update: Uint8Array, origin: unknown): void {
    if (origin !== this.#channel) this.#outbox.add(update);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#onOpen(false);
  }

  #onOpen(open: boolean): void {
    const maxUpdateBytes = this.#document.maxUpdateBytes;
    this.#opening = open
      ? { origin: this.#channel, ignored: false, met: false, assembler: new MessageAssembler({ maxUpdateBytes }) }
      : undefined;
    this.#outbox.reset();
    if (open) this.#outbox.hello();
  }

  #onMessage(data: string | ArrayBuffer): void {
    const opening = this.#opening;
    if (!opening || opening.ignored) return;
    const message = opening.assembler.take(data);
    if (message === undefined) return;
    if (typeof message === 'string') this.#document.refuse(message, opening);
    else if (message.kind === 'update') {
      // Otherwise it is the rest of what was sent before this link began to listen.
      if (opening.met) void this.#document.admit(message.content, opening);
    } else this.#onStateVector(opening, message);
  }

  #onStateVector(opening: Opening, { kind, content }: Message): void {
    try {
      Y.decodeStateVector(content);
    } catch {
      this.#document.refuse('frame-invalid', opening);
      return;
    }
    opening.met = true;
    if (kind === 'hello') this.#outbox.answer(content, { welcome: true });
    // A welcome to a hello that crossed the other's: answered already.
    else if (!this.#outbox.isAnswered) this.#outbox.answer(content, { welcome: false });
  }
}
