import { EXAM_LENGTHS, examLength, FIRST_HALF, QUESTION_TOPICS, type QuestionTopic } from '@ieum/api-contract';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INTRODUCTION_KEYS, REVIEWED_QUESTIONS } from '../questions/reviewed-questions';
import { type Candidate, type DrawnQuestion, drawQuestions } from './exam-draw';
import { firstHalf, secondHalf } from './exam-form';

/** All that can be asked at a level, in an order of their own. */
const candidatesAt = (level: number, order: readonly number[]): Candidate[] =>
  REVIEWED_QUESTIONS.map((question, index) => ({ ...question, id: question.key, place: order[index] ?? 0 }))
    .filter(({ minLevel, maxLevel }) => minLevel <= level && level <= maxLevel)
    .sort((a, b) => a.place - b.place)
    .map(({ id, topic, type, place }) => ({
      ...{ id, topic, type, met: place % 3 === 0 },
      introduces: INTRODUCTION_KEYS.includes(id),
    }));

interface Sitting {
  readonly topics: readonly QuestionTopic[];
  readonly level: number;
  readonly after: number;
  readonly order: readonly number[];
}

function sit({ topics, level, after, order }: Sitting) {
  const total = examLength(level);
  const candidates = { first: candidatesAt(level, order), second: candidatesAt(after, order) };
  const first = drawQuestions(firstHalf(total), { candidates: candidates.first, topics, asked: [] }) ?? [];
  const second = drawQuestions(secondHalf(total), { candidates: candidates.second, topics, asked: first }) ?? [];
  return { total, first, second, candidates, blocks: [...firstHalf(total), ...secondHalf(total)] };
}

const level = fc.integer({ min: 1, max: 6 });
const sittings = fc.record({
  topics: fc.subarray([...QUESTION_TOPICS], { minLength: 1 }),
  level,
  after: level,
  order: fc.array(fc.integer(), { minLength: REVIEWED_QUESTIONS.length, maxLength: REVIEWED_QUESTIONS.length }),
});

const wanted: Sitting = {
  topics: ['music', 'home', 'parks', 'food'],
  level: 4,
  after: 4,
  order: REVIEWED_QUESTIONS.map((_, index) => (index * 37) % 101),
};
const typesOf = (drawn: readonly DrawnQuestion[]) => drawn.map(({ type }) => type);
const topicsOf = (drawn: readonly DrawnQuestion[]) => [...new Set(drawn.map(({ topic }) => topic))];

describe('the questions of an exam', () => {
  it('are 15, and 12 for the two lowest levels, seven of them before the middle', () => {
    expect([1, 2, 3, 4, 5, 6].map(examLength)).toEqual([12, 12, 15, 15, 15, 15]);
    for (const total of Object.values(EXAM_LENGTHS)) {
      const count = (blocks: ReturnType<typeof firstHalf>) => blocks.flatMap(({ asks }) => asks).length;
      expect([count(firstHalf(total)), count(secondHalf(total))]).toEqual([FIRST_HALF, total - FIRST_HALF]);
    }
  });

  it('come in the order of the test: an opening, combos of one topic each, a surprise, role play, and the hardest', () => {
    const { first, second } = sit(wanted);
    const all = [...first, ...second];
    expect(typesOf(all)).toEqual([
      'describe',
      ...['describe', 'routine', 'past'],
      ...['routine', 'past', 'compare'],
      ...['describe', 'past', 'compare'],
      ...['role-play', 'role-play', 'past'],
      ...['compare', 'unexpected'],
    ]);
    for (const [from, to] of [
      [1, 4],
      [4, 7],
      [7, 10],
    ]) {
      expect(topicsOf(all.slice(from, to))).toHaveLength(1);
    }
    expect(topicsOf([...all.slice(1, 2), ...all.slice(4, 5), ...all.slice(7, 8)])).toHaveLength(3);
    expect(all.map(({ introduces }) => introduces)).toEqual(all.map((_, index) => index === 0));
    expect(all.map(({ part }) => part)).toEqual([
      'opening',
      ...Array<string>(6).fill('combo'),
      ...Array<string>(3).fill('surprise'),
      ...Array<string>(3).fill('role-play'),
      ...Array<string>(2).fill('closing'),
    ]);
  });

  it('are as many as there have to be, each once, of its level and in its place, whatever was chosen', () => {
    fc.assert(
      fc.property(sittings, (sitting) => {
        const { total, first, second, candidates, blocks } = sit(sitting);
        const drawn = [...first, ...second];
        expect([first.length, drawn.length]).toEqual([FIRST_HALF, total]);
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(total);
        const isOf = (pool: readonly Candidate[]) => (each: Candidate) => pool.some(({ id }) => id === each.id);
        expect([first.every(isOf(candidates.first)), second.every(isOf(candidates.second))]).toEqual([true, true]);
        const places = blocks.flatMap(({ part, asks }) => asks.map(() => part));
        for (const [index, { part }] of drawn.entries()) {
          if (part !== 'surprise' && places[index] !== 'surprise') expect(part).toBe(places[index]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are of the topics that were named, but for surprises and where nothing of them is left', () => {
    fc.assert(
      fc.property(sittings, (sitting) => {
        const { first, second, candidates, blocks } = sit(sitting);
        const places = blocks.flatMap(({ part, asks }) => asks.map(() => part));
        const drawn = [...first, ...second];
        expect(drawn.map(({ introduces }) => introduces)).toEqual(drawn.map((_, index) => index === 0));
        for (const [index, { topic, part }] of drawn.entries()) {
          if (index === 0) continue;
          const named = sitting.topics.includes(topic);
          expect(part === 'surprise').toBe(!named);
          if (named || places[index] === 'surprise') continue;
          const before = new Set(drawn.slice(0, index).map(({ id }) => id));
          const half = index < FIRST_HALF ? candidates.first : candidates.second;
          const pool = half.filter((each) => !each.introduces && !before.has(each.id));
          expect(pool.filter((each) => sitting.topics.includes(each.topic))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('take what nothing asks for at a level from what comes next to it', () => {
    const lowest = sit({ ...wanted, level: 1, after: 1 });
    expect(new Set(typesOf([...lowest.first, ...lowest.second]))).toEqual(new Set(['describe', 'routine']));
    const highest = sit({ ...wanted, level: 6, after: 6 });
    expect(typesOf(highest.second)).toContain('role-play');
  });

  it('begin with something else where nothing asks to introduce oneself', () => {
    const candidates = candidatesAt(4, wanted.order).filter(({ introduces }) => !introduces);
    const [opening] = drawQuestions(firstHalf(15), { candidates, topics: wanted.topics, asked: [] }) ?? [];
    expect(opening?.part).toBe('opening');
    expect(wanted.topics).toContain(opening?.topic);
  });

  it('surprise with people as with anything else: to introduce oneself uses up no topic', () => {
    const three = candidatesAt(4, wanted.order).filter(({ topic }) => ['home', 'people', 'weather'].includes(topic));
    three.sort((one, other) => one.topic.localeCompare(other.topic));
    const candidates = three.map((each) => ({ ...each, met: false }));
    const asked = candidates.filter(({ introduces }) => introduces).slice(0, 1);
    const [surprise] = drawQuestions(secondHalf(15), { candidates, topics: ['home'], asked }) ?? [];
    expect([surprise?.part, surprise?.topic]).toEqual(['surprise', 'people']);
  });

  it('are none where there are too few', () => {
    const candidates = candidatesAt(3, wanted.order).slice(0, FIRST_HALF - 1);
    expect(drawQuestions(firstHalf(15), { candidates, topics: wanted.topics, asked: [] })).toBeUndefined();
  });
});
