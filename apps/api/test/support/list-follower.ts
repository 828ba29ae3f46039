import type { PushOf } from '@ieum/signaling-protocol';
import type { TestSocket } from './socket-client';

/** A mentor's live list kept as PROTOCOL.md says: the snapshot, then every frame by its revision, again after a gap. */
export class ListFollower {
  private readonly cards = new Set<string>();
  private rev = 0;
  private ready: Promise<void>;

  constructor(private readonly socket: TestSocket) {
    socket.socket.on('list:changed', (frame) => this.apply(frame));
    this.ready = this.subscribe();
  }

  /** The ids on the list now, sorted. */
  async ids(): Promise<string[]> {
    await this.ready;
    return [...this.cards].sort();
  }

  private async subscribe(): Promise<void> {
    const { rev, cards } = await this.socket.ask('list:subscribe', {});
    this.rev = rev;
    this.cards.clear();
    for (const { id } of cards) this.cards.add(id);
  }

  private apply({ rev, added, removed }: PushOf<'list:changed'>): void {
    if (rev !== this.rev + 1) {
      this.ready = this.subscribe();
      return;
    }
    this.rev = rev;
    for (const { id } of added) this.cards.add(id);
    for (const { id } of removed) this.cards.delete(id);
  }
}
