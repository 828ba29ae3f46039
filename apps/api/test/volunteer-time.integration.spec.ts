import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ConsultResponse } from './support/consult-fixtures';
import { createConsult, live, matched } from './support/consult-fixtures';
import { startTestApi, type TestApi } from './support/test-api';

const START = Date.parse('2026-01-01T00:00:00Z');
const at = (second: number) => new Date(START + second * 1000);

/** The seconds in which both were present, counted one by one. */
function overlap(student: readonly [number, number][], mentor: readonly [number, number][]): number {
  const present = (visits: readonly [number, number][], second: number) =>
    visits.some(([from, to]) => from <= second && second < to);
  let seconds = 0;
  for (let second = 0; second < 200; second += 1) {
    if (present(student, second) && present(mentor, second)) seconds += 1;
  }
  return seconds;
}

describe('volunteer time', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('is the overlap of both members, whatever tabs and reconnects made of their visits', async () => {
    const visit = fc.tuple(fc.nat(100), fc.nat(60)).map(([from, length]): [number, number] => [from, from + length]);
    const visits = fc.array(visit, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(visits, visits, async (studentVisits, mentorVisits) => {
        const { student, mentor, id } = await matched(api);
        await api.query(`UPDATE consults SET status = 'live', live_at = now() WHERE id = $1`, [id]);
        const rows = [
          ...studentVisits.map((each) => ({ user: student.id, each })),
          ...mentorVisits.map((each) => ({ user: mentor.id, each })),
        ];
        for (const { user, each } of rows) {
          await api.query('INSERT INTO room_visits (consult_id, user_id, joined_at, left_at) VALUES ($1, $2, $3, $4)', [
            id,
            user,
            at(each[0]),
            at(each[1]),
          ]);
        }
        const ended = (await api.post(`/api/consults/${id}/end`, undefined, mentor)).body as ConsultResponse;
        expect(ended.consult.volunteerSeconds).toBe(overlap(studentVisits, mentorVisits));
      }),
      { numRuns: 25 },
    );
  });

  it('counts what is still going on when the mentor ends, and adds it to the mentor’s hours', async () => {
    const { mentor, id, studentSocket, mentorSocket } = await live(api);
    await api.query(`UPDATE room_visits SET joined_at = now() - interval '90 seconds' WHERE consult_id = $1`, [id]);
    const ended = (await api.post(`/api/consults/${id}/end`, undefined, mentor)).body as ConsultResponse;
    expect(ended.consult.volunteerSeconds).toBeGreaterThanOrEqual(90);
    expect(ended.consult.volunteerSeconds).toBeLessThan(95);
    expect((await api.get('/api/mentors/me/hours', mentor)).body).toEqual({
      totalSeconds: ended.consult.volunteerSeconds,
      consults: 1,
    });
    studentSocket.close();
    mentorSocket.close();
  });

  it('is nothing for a visit that began in the very moment the consult closes', async () => {
    const { mentor, id, studentSocket, mentorSocket } = await live(api);
    // Times are kept to the millisecond, rounded: a visit can seem to begin a little later than it did.
    await api.query(`UPDATE room_visits SET joined_at = now() + interval '1 minute' WHERE consult_id = $1`, [id]);
    const ended = await api.post(`/api/consults/${id}/end`, undefined, mentor);
    expect([ended.status, (ended.body as ConsultResponse).consult?.volunteerSeconds]).toEqual([200, 0]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('is nothing for a consult that nobody came to', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    const cancelled = (await api.post(`/api/consults/${id}/cancel`, undefined, student)).body as ConsultResponse;
    expect(cancelled.consult.volunteerSeconds).toBe(0);
  });
});
