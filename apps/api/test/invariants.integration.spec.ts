import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONSULT_ACTIONS, TRANSITIONS } from '../src/consults/consult-status';
import type { ConsultStatus } from '@ieum/signaling-protocol';
import { MENTORS, Schedule, schedules, STUDENTS } from './support/consult-schedule';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const RUNS = 30;
const WITHIN_MS = 45_000;

interface Row {
  readonly id: string;
  readonly student_id: string;
  readonly mentor_id: string | null;
  readonly status: ConsultStatus;
  readonly revision: number;
  readonly closed_at: string | null;
}

const OPEN: readonly ConsultStatus[] = ['waiting', 'matched', 'live'];

/** Every status that one or more transitions lead to. */
function reachableFrom(status: ConsultStatus, seen = new Set<ConsultStatus>()): Set<ConsultStatus> {
  if (seen.has(status)) return seen;
  seen.add(status);
  for (const action of CONSULT_ACTIONS) {
    const next = TRANSITIONS[status][action];
    if (next) reachableFrom(next, seen);
  }
  return seen;
}

const mostOf = (owners: (string | null)[]) => {
  const counts = new Map<string, number>();
  for (const owner of owners) if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return Math.max(0, ...counts.values());
};

describe('consults under random schedules of create, cancel, accept, join, leave, end, expire and restart', () => {
  let api: TestApi;
  let students: TestUser[];
  let mentors: TestUser[];
  beforeAll(async () => {
    api = await startTestApi();
    // Somebody is both: they never see their own request.
    const both = await api.registerMentor({ wants: 'both' });
    students = [both, ...(await Promise.all(Array.from({ length: STUDENTS - 1 }, () => api.registerStudent())))];
    mentors = [
      both,
      await api.registerMentor({ approved: false }),
      await api.registerMentor({ kinds: ['counselling'], topics: ['mood'] }),
      await api.registerMentor({ kinds: ['tutoring'], topics: ['math'], languages: ['ko'] }),
    ];
    expect(mentors).toHaveLength(MENTORS);
  });
  afterAll(() => api.close());

  const rows = () =>
    api.query<Row>('SELECT id, student_id, mentor_id, status, revision, closed_at::text FROM consults ORDER BY id');

  const waitingFor = async (mentor: TestUser) => {
    const found = await api.query<{ id: string }>(
      `SELECT c.id FROM consults c JOIN mentor_profiles p ON p.user_id = $1
       WHERE c.status = 'waiting' AND c.student_id <> p.user_id AND p.kinds @> ARRAY[c.kind]
         AND p.topics @> ARRAY[c.topic] AND p.languages @> ARRAY[c.language]
         AND NOT (c.needs_approval AND p.approved_at IS NULL)`,
      [mentor.id],
    );
    return found.map(({ id }) => id).sort();
  };

  const holdInDatabase = (now: readonly Row[], before: ReadonlyMap<string, Row>, schedule: Schedule) => {
    const open = now.filter(({ status }) => OPEN.includes(status));
    expect(mostOf(open.map((row) => row.student_id))).toBeLessThanOrEqual(1);
    expect(mostOf(open.map((row) => row.mentor_id))).toBeLessThanOrEqual(1);
    for (const row of now) {
      expect([row, row.closed_at !== null]).toEqual([row, !OPEN.includes(row.status)]);
      expect([row, ['matched', 'live', 'ended'].includes(row.status) && !row.mentor_id]).toEqual([row, false]);
      const last = before.get(row.id);
      if (!last) continue;
      if (last.closed_at) expect(row).toEqual(last);
      expect([...reachableFrom(last.status)]).toContain(row.status);
      expect(row.revision).toBeGreaterThanOrEqual(last.revision);
      if (row.revision === last.revision) expect(row).toEqual(last);
      if (last.mentor_id) expect(row.mentor_id).toBe(last.mentor_id);
    }
    for (const [id, winners] of schedule.winners) {
      expect([...winners]).toEqual([now.find((row) => row.id === id)?.mentor_id]);
    }
  };

  const listsAgree = async (schedule: Schedule) => {
    for (const mentor of mentors) {
      const same = async () => {
        const [list, database] = await Promise.all([schedule.listOf(mentor), waitingFor(mentor)]);
        return list.join() === database.join();
      };
      await api.until(same);
    }
  };

  it(
    'keep every invariant of the database, and every mentor’s list equal to it',
    async () => {
      let steps = 0;
      const until = Date.now() + WITHIN_MS;
      await fc.assert(
        fc.asyncProperty(schedules, async (plan) => {
          // Not by interrupting: a restart under way would go on without its test.
          if (Date.now() > until && steps >= RUNS) return;
          const schedule = await Schedule.start(api, students, mentors);
          let before = new Map((await rows()).map((row) => [row.id, row]));
          try {
            for (const step of plan) {
              await schedule.take(step);
              api = schedule.api;
              const now = await rows();
              holdInDatabase(now, before, schedule);
              if (step.restart) for (const row of now) expect(row.status).toBe(before.get(row.id)?.status);
              await listsAgree(schedule);
              before = new Map(now.map((row) => [row.id, row]));
              steps += 1;
            }
          } finally {
            await schedule.finish();
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
      expect(steps).toBeGreaterThanOrEqual(RUNS);
    },
    // A slow machine takes longer for as many steps.
    2 * WITHIN_MS + 30_000,
  );
});
