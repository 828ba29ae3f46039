import { describe, expect, it } from '@jest/globals';
import type { PracticeCard } from '@ieum/api-contract';
import { answered, beginRound, reveal } from './practice-round';
import type { PracticeRound } from './practice-round';

const card = (position: number): PracticeCard => ({
  consultId: '00000000-0000-4000-8000-000000000001',
  position,
  before: 'a',
  after: 'b',
  category: 'grammar',
  comment: '',
  box: 0,
});
const left = ({ queue }: PracticeRound) => queue.map(({ card: { position, box } }) => [position, box]);

describe('a round of practice', () => {
  it('puts away what was known, and brings back what was not, after the others', () => {
    const round = answered(reveal(beginRound([card(0), card(1), card(2)])), false, 1);
    expect([left(round), round.revealed]).toEqual([
      [
        [1, 0],
        [2, 0],
        [0, 1],
      ],
      false,
    ]);
    const end = [2, 2, 2].reduce((before, box) => answered(before, true, box), round);
    expect([end.queue, end.cards, end.knewAtOnce]).toEqual([[], 3, 2]);
  });

  it('has nothing to show or to answer once it is over', () => {
    const over = beginRound([]);
    expect([reveal(over).revealed, answered(over, true, 2)]).toEqual([false, over]);
  });
});
