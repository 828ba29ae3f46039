import type { PracticeCard } from '@ieum/api-contract';

interface CardInRound {
  readonly card: PracticeCard;
  /** It was not known before, in this sitting. */
  readonly wasMissed: boolean;
}

/** One sitting with some cards. */
export interface PracticeRound {
  /** The first one lies open; what was not known lies below the others again. */
  readonly queue: readonly CardInRound[];
  readonly revealed: boolean;
  readonly cards: number;
  readonly knewAtOnce: number;
}

export const beginRound = (cards: readonly PracticeCard[]): PracticeRound => ({
  queue: cards.map((card) => ({ card, wasMissed: false })),
  revealed: false,
  cards: cards.length,
  knewAtOnce: 0,
});

export const reveal = (round: PracticeRound): PracticeRound => ({ ...round, revealed: round.queue.length > 0 });

/** The open card is put away, or below the others; `box`: where it is from now on. */
export function answered(round: PracticeRound, knew: boolean, box: number): PracticeRound {
  const [first, ...others] = round.queue;
  if (!first) return round;
  const missed = { card: { ...first.card, box }, wasMissed: true };
  return {
    ...round,
    queue: knew ? others : [...others, missed],
    revealed: false,
    knewAtOnce: round.knewAtOnce + (knew && !first.wasMissed ? 1 : 0),
  };
}
