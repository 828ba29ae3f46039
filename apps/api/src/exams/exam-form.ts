import { EXAM_LENGTHS, type ExamPart, FIRST_HALF, type QuestionType } from '@ieum/api-contract';

/** Questions that belong together. */
export interface Block {
  readonly part: ExamPart;
  /** What they ask for, in order. */
  readonly asks: readonly QuestionType[];
  /** What matters more where there is not such a question of one topic: that they share it, or what they ask for. */
  readonly keeps: 'topic' | 'type';
}

const opening: Block = { part: 'opening', asks: ['describe'], keeps: 'type' };

/** The order of the test itself. Levels that cannot do one of these get what comes next to it. */
const FULL: readonly Block[] = [
  opening,
  { part: 'combo', asks: ['describe', 'routine', 'past'], keeps: 'topic' },
  { part: 'combo', asks: ['routine', 'past', 'compare'], keeps: 'topic' },
  { part: 'surprise', asks: ['describe', 'past', 'compare'], keeps: 'topic' },
  { part: 'role-play', asks: ['role-play', 'role-play', 'past'], keeps: 'type' },
  { part: 'closing', asks: ['compare', 'unexpected'], keeps: 'type' },
];

const LOW: readonly Block[] = [
  opening,
  { part: 'combo', asks: ['describe', 'routine', 'describe'], keeps: 'topic' },
  { part: 'combo', asks: ['describe', 'routine', 'describe'], keeps: 'topic' },
  { part: 'surprise', asks: ['describe', 'routine', 'describe'], keeps: 'topic' },
  { part: 'role-play', asks: ['role-play', 'role-play'], keeps: 'type' },
];

const blocksOf = (total: number): readonly Block[] => (total === EXAM_LENGTHS.low ? LOW : FULL);

/** Where the second half begins, in blocks: no block goes over it. */
const middleOf = (blocks: readonly Block[]): number => {
  let asked = 0;
  return blocks.findIndex(({ asks }) => (asked += asks.length) > FIRST_HALF);
};

export function firstHalf(total: number): readonly Block[] {
  const blocks = blocksOf(total);
  return blocks.slice(0, middleOf(blocks));
}

export function secondHalf(total: number): readonly Block[] {
  const blocks = blocksOf(total);
  return blocks.slice(middleOf(blocks));
}
