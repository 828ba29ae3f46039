import type { ListCard, PushOf, RemovalReason } from '@ieum/signaling-protocol';
import { Throttle } from '../throttle';

type Frame = PushOf<'list:changed'>;

/**
 * The live list as one group of mentors with the same audience sees it: the cards, a revision, and the changes that
 * have not been sent yet. At most one frame leaves every `everyMs`; the first change after a quiet spell leaves at
 * once.
 */
export class LiveListView {
  private readonly cards = new Map<string, ListCard>();
  private readonly added = new Map<string, ListCard>();
  private readonly removed = new Map<string, RemovalReason>();
  private snapshotCards: ListCard[] | undefined;
  private rev = 0;
  private readonly throttle: Throttle;

  constructor(
    cards: Iterable<ListCard>,
    private readonly send: (frame: Frame) => void,
    everyMs: number,
  ) {
    this.throttle = new Throttle(everyMs, () => this.flush());
    for (const card of cards) this.cards.set(card.id, card);
  }

  /**
   * All cards, oldest first, and the revision that the next frame follows. Changes that wait to be sent are in it
   * already; the frame that brings them again changes nothing, because adding and removing are idempotent.
   */
  snapshot(): { rev: number; cards: readonly ListCard[] } {
    this.snapshotCards ??= [...this.cards.values()];
    return { rev: this.rev, cards: this.snapshotCards };
  }

  /** Shows a card, or what became of it, in its place. */
  put(card: ListCard): void {
    this.cards.set(card.id, card);
    this.added.set(card.id, card);
    this.removed.delete(card.id);
    this.changed();
  }

  remove(id: string, reason: RemovalReason): void {
    if (!this.cards.delete(id)) return;
    this.added.delete(id);
    this.removed.set(id, reason);
    this.changed();
  }

  close(): void {
    this.throttle.stop();
  }

  private changed(): void {
    this.snapshotCards = undefined;
    this.throttle.call();
  }

  private flush(): void {
    this.rev += 1;
    const frame: Frame = {
      rev: this.rev,
      added: [...this.added.values()],
      removed: [...this.removed].map(([id, reason]) => ({ id, reason })),
    };
    this.added.clear();
    this.removed.clear();
    this.send(frame);
  }
}
