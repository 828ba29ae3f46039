import type { ConsultRole, Kind } from '@ieum/signaling-protocol';
import type { Clock } from '@ieum/webrtc-client';
import { CHAT_TEXT_MAX } from '../../../../shared/consult-document/chat-entry';
import type { ChatEntry, ChatMark } from '../../../../shared/consult-document/chat-entry';
import { SnapshotSource } from '../../../../shared/lib/snapshot-source';
import type { SmallPicture } from '../../../../shared/pictures/picture-facts';
import type { SharedDocument } from '../../document/shared-document';
import type { ToolModel } from '../tool';
import { ChatPart } from './chat-part';
import { TypingMark } from './typing-mark';

/** Of one's own: `queued` until there is somebody to send it to, then what the other side tells. */
type ChatState = 'queued' | 'sent' | ChatMark;

/** A message as this side sees it. */
export interface ChatMessage {
  readonly id: string;
  readonly mine: boolean;
  readonly text: string;
  readonly at: string;
  readonly picture: SmallPicture | null;
  readonly deleted: boolean;
  readonly state: ChatState;
}

export interface ChatDraft {
  readonly text: string;
  readonly picture: SmallPicture | null;
}

export interface ChatSnapshot {
  readonly messages: readonly ChatMessage[];
  readonly unread: number;
  /** Whether what is written now leaves at once. */
  readonly connected: boolean;
  readonly partnerTypes: boolean;
  /** What was to be said last does not fit in the document any more. */
  readonly full: boolean;
  /** The latest message that came while nobody looked. */
  readonly news: ChatMessage | null;
}

export interface ChatModelOptions {
  readonly shared: Pick<SharedDocument, 'document' | 'awareness' | 'fits' | 'getSnapshot' | 'subscribe'>;
  readonly kind: Kind;
  readonly role: ConsultRole;
  readonly clock: Clock;
  readonly newId: () => string;
  /** By the server's clock, ISO 8601. */
  readonly now: () => string;
}

/** Of a message besides its words: who, when, its id, and the mark that answers it. */
const BYTES_BESIDES = 400;
const BYTES_A_MARK = 80;
const BYTES_A_LETTER = 3;
const RANK: Readonly<Record<ChatMark, number>> = { delivered: 1, read: 2 };

/**
 * The chat of one room: a part of its document, so that both sides have the same messages in the same order, each once,
 * whatever becomes of the connection. The reader of a message marks it as delivered, and as read.
 */
export class ChatModel extends SnapshotSource<ChatSnapshot> implements ToolModel {
  readonly #options: ChatModelOptions;
  readonly #part: ChatPart;
  readonly #typing: TypingMark;
  readonly #stops: (() => void)[];
  readonly #shown = new WeakMap<ChatEntry, ChatMessage>();
  /** What this visit told of messages: once, whatever the other side does to it. */
  readonly #told = new Map<string, ChatMark>();
  #draft: ChatDraft = { text: '', picture: null };
  /** Goes up with every choice of a picture, and with what is sent. */
  #pictureChoice = 0;
  #visible = false;

  constructor(options: ChatModelOptions) {
    const { connected } = options.shared.getSnapshot();
    super({ messages: [], unread: 0, connected, partnerTypes: false, full: false, news: null });
    this.#options = options;
    const { shared, clock } = options;
    this.#part = new ChatPart(shared.document.doc);
    this.#typing = new TypingMark({ awareness: shared.awareness, clock, onChange: () => this.#tellTyping() });
    this.#tellTyping();
    this.#stops = [
      this.#part.onChange(() => this.#read()),
      shared.subscribe(() => shared.getSnapshot().connected !== this.snapshot.connected && this.#read()),
      () => this.#typing.close(),
    ];
    this.#read();
  }

  unread(): number {
    return this.snapshot.unread;
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#read();
    else this.#typing.stop();
  }

  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Whose messages stay between the two: nobody else keeps them. */
  get isConfidential(): boolean {
    return this.#options.kind === 'counselling';
  }

  /** What is being written, for as long as the visit lasts: closing the panel must not lose it. */
  get draft(): ChatDraft {
    return this.#draft;
  }

  /** Keeps what is being written. Written words are told to the other side as such. */
  keepDraft(draft: ChatDraft): void {
    if (draft.text !== this.#draft.text) this.#typing.typed(draft.text.trim() !== '');
    this.#draft = draft;
    if (this.snapshot.full) this.update({ full: false });
  }

  /** Another picture, or none, is to go with the draft. The answer says whether that is still so: pictures take a while. */
  choosePicture(): () => boolean {
    const choice = (this.#pictureChoice += 1);
    return () => choice === this.#pictureChoice;
  }

  /** Nobody writes any more. */
  stopTyping(): void {
    this.#typing.stop();
  }

  /** Says what was drafted; with nothing in it, nothing. `false` when the document takes no more: the draft stays. */
  send(): boolean {
    const { shared, role, newId, now } = this.#options;
    const text = this.#draft.text.trim().slice(0, CHAT_TEXT_MAX);
    const { picture } = this.#draft;
    if (text === '' && !picture) return true;
    const bytes = text.length * BYTES_A_LETTER + BYTES_BESIDES + (picture?.bytes.byteLength ?? 0);
    if (!shared.fits(bytes)) {
      this.update({ full: true });
      return false;
    }
    this.#draft = { text: '', picture: null };
    this.#pictureChoice += 1;
    this.#typing.stop();
    this.#part.add({ id: newId(), by: role, text, at: now(), ...(picture && { picture }) });
    return true;
  }

  /** Takes one's own message back, on both sides. */
  takeBack(id: string): void {
    this.#part.takeBack(id, this.#options.role);
  }

  #read(): void {
    const { connected } = this.#options.shared.getSnapshot();
    const entries = this.#part.entries();
    // Nobody told of it yet: it was not here before, in no visit.
    const fresh = new Set(entries.map(({ id }) => id).filter((id) => !this.#told.has(id) && !this.#part.markOf(id)));
    this.#tellMarks(entries);
    const messages = entries.map((entry) => this.#messageOf(entry, connected));
    const waiting = messages.filter((message) => this.#isUnread(message));
    const latest = waiting.findLast(({ id }) => fresh.has(id));
    const news = latest ?? waiting.find(({ id }) => id === this.snapshot.news?.id) ?? null;
    this.update({ connected, messages, unread: waiting.length, news });
  }

  #isUnread({ mine, deleted, id }: ChatMessage): boolean {
    return !mine && !deleted && this.#told.get(id) !== 'read' && this.#part.markOf(id) !== 'read';
  }

  #tellMarks(entries: readonly ChatEntry[]): void {
    const mark: ChatMark = this.#visible ? 'read' : 'delivered';
    const isTold = (told: ChatMark | null | undefined) => told && RANK[told] >= RANK[mark];
    const due = entries
      .filter(({ by, deleted }) => by !== this.#options.role && !deleted)
      .filter(({ id }) => !isTold(this.#told.get(id)) && !isTold(this.#part.markOf(id)));
    if (due.length === 0) return;
    for (const { id } of due) this.#told.set(id, mark);
    const { document } = this.#options.shared;
    // Not said by `fits`: nobody asked for a mark.
    if (document.size + due.length * BYTES_A_MARK > document.maxBytes) return;
    this.#part.mark(new Map(due.map(({ id }) => [id, mark])));
  }

  #messageOf(entry: ChatEntry, connected: boolean): ChatMessage {
    const { id, by, text, at, picture, deleted } = entry;
    const mine = by === this.#options.role;
    const state: ChatState = this.#part.markOf(id) ?? (connected ? 'sent' : 'queued');
    const known = this.#shown.get(entry);
    if (known && (known.state === state || !mine)) return known;
    const message = { id, mine, text, at, picture: picture ?? null, deleted: deleted ?? false, state };
    this.#shown.set(entry, message);
    return message;
  }

  #tellTyping(): void {
    this.update({ partnerTypes: this.#typing.partnerTypes });
  }
}
