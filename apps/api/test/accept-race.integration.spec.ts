import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsultsService } from '../src/consults/consults.service';
import { DomainError } from '../src/common/domain-error';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const MENTORS = 200;
const ROUNDS = 1000;

/** The race on the real database: everything below the edge, so that a thousand rounds are affordable. */
describe('two hundred mentors accept one consult at once', () => {
  let api: TestApi;
  let mentors: string[];
  let student: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
    student = await api.registerStudent();
    mentors = await api.insertMentors(MENTORS);
  });
  afterAll(() => api.close());

  it('has one winner and 199 who are told, in each of a thousand rounds', async () => {
    const consults = api.app.get(ConsultsService);
    const tally = { wins: new Map<number, number>(), codes: new Map<string, number>() };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await consults.create(student.id, {
        requestId: crypto.randomUUID(),
        kind: 'tutoring',
        topic: 'math',
        message: 'race',
        language: 'ko',
      });
      const tries = await Promise.allSettled(mentors.map((mentor) => consults.accept(mentor, id)));
      const wins = tries.filter(({ status }) => status === 'fulfilled').length;
      tally.wins.set(wins, (tally.wins.get(wins) ?? 0) + 1);
      for (const each of tries) {
        if (each.status !== 'rejected') continue;
        const code = each.reason instanceof DomainError ? each.reason.code : String(each.reason);
        tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1);
      }
      await consults.cancel(student.id, id);
    }
    expect([...tally.wins]).toEqual([[1, ROUNDS]]);
    expect([...tally.codes]).toEqual([['consults/already-matched', ROUNDS * (MENTORS - 1)]]);
  }, 400_000);
});
