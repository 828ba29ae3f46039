import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ExamResponse } from '@ieum/api-contract';
import { QueryClient } from '@tanstack/react-query';

/** What the server says, when it does. */
let answer: (told: ExamResponse) => void;
const apiRequest = () => new Promise<ExamResponse>((resolve) => (answer = resolve));
// The real one is of a tab, whose session it follows.
jest.unstable_mockModule('../../../shared/lib/api-client', () => ({ apiRequest }));
const { examQuery } = await import('./exam-queries');

const ID = 'c0ffee00-0000-4000-8000-000000000000';
const at = (position: number): ExamResponse => ({
  exam: {
    id: ID,
    level: 3,
    levelAfter: null,
    total: 15,
    startedAt: '2026-01-01T00:00:00.000Z',
    endsAt: '2026-01-01T00:40:00.000Z',
    finishedAt: null,
    step: 'question',
    position,
    questions: [],
  },
});

describe('an exam that is asked for', () => {
  let client: QueryClient;
  const { queryKey } = examQuery(ID);
  beforeEach(() => {
    client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
    client.setQueryData(queryKey, at(2));
  });

  it.each([
    ['stays where the page went while an older answer was on its way', 3, 2, 3],
    ['is where another tab has gone', 2, 4, 4],
  ])('%s', async (_what, gone, told, shown) => {
    const asked = client.fetchQuery({ ...examQuery(ID), staleTime: 0 });
    client.setQueryData(queryKey, at(gone));
    answer(at(told));
    await asked;
    expect(client.getQueryData(queryKey)).toEqual(at(shown));
  });
});
