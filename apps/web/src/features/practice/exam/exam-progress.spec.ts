import type { Exam, ExamResponse } from '@ieum/api-contract';
import { describe, expect, it } from '@jest/globals';
import { furtherOf, isAnnounced, minutesLeft } from './exam-progress';

const at = (position: number, step: Exam['step'] = 'question', listens = 0): ExamResponse => ({
  exam: {
    id: 'c0ffee00-0000-4000-8000-000000000000',
    level: 3,
    levelAfter: null,
    total: 15,
    startedAt: '2026-01-01T00:00:00.000Z',
    endsAt: '2026-01-01T00:40:00.000Z',
    finishedAt: null,
    step,
    position,
    questions: [
      {
        number: 1,
        part: 'opening',
        question: {
          soundId: null,
          id: 'c0ffee00-0000-4000-8000-000000000001',
          topic: 'home',
          type: 'describe',
          minLevel: 1,
          maxLevel: 4,
          text: 'What do you see from your window?',
          help: '창밖으로 보이는 것을 말해 보세요.',
        },
        listens,
        recordingId: null,
        awaited: false,
      },
    ],
  },
});

describe('an exam as the page knows it', () => {
  it.each([
    ['nothing yet', undefined, at(1)],
    ['the question before', at(1), at(2)],
    ['the same question before a listen', at(2), at(2, 'question', 1)],
    ['the choice of the level', at(8, 'level'), at(8)],
    ['a question, when it was given up', at(4), at(4, 'over')],
    ['its end, when a take has arrived', at(4, 'over'), at(4, 'over', 2)],
  ])('goes on from %s', (_what, known, told) => {
    expect(furtherOf(known, told)).toBe(told);
  });

  it.each([
    ['the question before', at(3), at(2)],
    ['the choice that was made', at(8), at(8, 'level')],
    ['a question of when it went on', at(4, 'over'), at(4)],
  ])('does not go back to %s', (_what, known, told) => {
    expect(furtherOf(known, told)).toBe(known);
  });
});

describe('the time of an exam', () => {
  const exam = { endsAt: '2026-01-01T00:40:00.000Z' };
  it.each([
    ['00:00:00', 40],
    ['00:00:01', 40],
    ['00:30:00', 10],
    ['00:39:59', 1],
    ['00:40:00', 0],
    ['00:45:00', 0],
  ])('at %s has %i minutes left', (time, left) => {
    expect(minutesLeft(exam, Date.parse(`2026-01-01T${time}.000Z`))).toBe(left);
  });

  it('is not more than there was, by a clock that is behind', () => {
    expect(minutesLeft(exam, Date.parse('2025-12-31T23:59:58.000Z'))).toBe(40);
  });

  it('is announced at ten, five and one minutes, and at no other', () => {
    expect(Array.from({ length: 41 }, (_, index) => 40 - index).filter(isAnnounced)).toEqual([10, 5, 1]);
  });
});
