import { CHAT_TEXT_MAX, ChatFrame } from '@ieum/signaling-protocol';
import type { ToolLink, ToolModel } from '../tool';
import { asUnsent, parseLog } from './chat-log';
import type { ChatEntry } from './chat-log';

export interface ChatSnapshot {
  readonly entries: readonly ChatEntry[];
  readonly unread: number;
  /** Whether what is written now leaves at once. */
  readonly linkOpen: boolean;
}

export interface ChatModelOptions {
  readonly link: ToolLink;
  readonly newId: () => string;
  readonly now: () => string;
}

/**
 * The chat of one room. A message is in the log the moment it is written, leaves as soon as the data channel is open,
 * and leaves again when the channel reopens before the other side confirmed it; the other side shows an id once.
 */
export class ChatModel implements ToolModel {
  readonly #options: ChatModelOptions;
  readonly #listeners = new Set<() => void>();
  #draft = '';
  #snapshot: ChatSnapshot;
  #visible = false;

  constructor(options: ChatModelOptions) {
    this.#options = options;
    const entries = parseLog(options.link.store.read());
    this.#snapshot = { entries, unread: 0, linkOpen: options.link.isOpen() };
    this.#sendQueued();
  }

  readonly getSnapshot = (): ChatSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  unread(): number {
    return this.#snapshot.unread;
  }

  /** What is being written, for as long as the visit lasts: closing the panel must not lose it. */
  draft(): string {
    return this.#draft;
  }

  keepDraft(text: string): void {
    this.#draft = text;
  }

  /** Takes a written message; blank text is not one. */
  write(text: string): void {
    const trimmed = text.trim().slice(0, CHAT_TEXT_MAX);
    if (trimmed === '') return;
    const { newId, now } = this.#options;
    const entry: ChatEntry = { id: newId(), text: trimmed, sentAt: now(), mine: true, state: 'queued' };
    this.#update({ entries: [...this.#snapshot.entries, entry] });
    this.#sendQueued();
  }

  receive(frame: unknown): boolean {
    const parsed = ChatFrame.safeParse(frame);
    if (!parsed.success) return false;
    if (parsed.data.tool === 'chat-receipt') this.#setState(parsed.data.id, () => 'delivered');
    else {
      const { tool: _tool, ...message } = parsed.data;
      this.#options.link.send({ tool: 'chat-receipt', id: message.id } satisfies ChatFrame);
      if (!this.#snapshot.entries.some((entry) => entry.id === message.id)) {
        const entries: ChatEntry[] = [...this.#snapshot.entries, { ...message, mine: false, state: 'delivered' }];
        this.#update({ entries, unread: this.#visible ? 0 : this.#snapshot.unread + 1 });
      }
    }
    return true;
  }

  linkChanged(): void {
    const linkOpen = this.#options.link.isOpen();
    this.#update({ linkOpen, entries: linkOpen ? this.#snapshot.entries.map(asUnsent) : this.#snapshot.entries });
    this.#sendQueued();
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.#snapshot.unread > 0) this.#update({ unread: 0 });
  }

  #sendQueued(): void {
    for (const { id, text, sentAt } of this.#snapshot.entries.filter(
      (entry) => entry.mine && entry.state === 'queued',
    )) {
      if (!this.#options.link.send({ tool: 'chat', id, text, sentAt } satisfies ChatFrame)) return;
      this.#setState(id, (state) => (state === 'queued' ? 'sent' : state));
    }
  }

  #setState(id: string, next: (state: ChatEntry['state']) => ChatEntry['state']): void {
    const entries = this.#snapshot.entries.map((entry): ChatEntry =>
      entry.mine && entry.id === id ? { ...entry, state: next(entry.state) } : entry,
    );
    this.#update({ entries });
  }

  #update(change: Partial<ChatSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    if (change.entries) this.#options.link.store.write(JSON.stringify(change.entries));
    for (const listener of [...this.#listeners]) listener();
  }
}
