import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../src/common/clock';
import { RetentionService } from '../src/retention/retention.service';
import { createConsult, matched } from './support/consult-fixtures';
import { spokenAnswer } from './support/spoken-answer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestRecorder } from './support/test-recorder';
import { ask, claim, writeScript } from './support/written-feedback-fixtures';

const DAY_MS = 24 * 3600 * 1000;

/** As far from now as a test wants to be. */
class ShiftedClock extends Clock {
  private shiftMs = 0;
  now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }
  goTo(day: number): void {
    this.shiftMs = day * DAY_MS;
  }
}

const NOTHING = {
  sessions: 0,
  unmetRequests: 0,
  visits: 0,
  drafts: 0,
  documents: 0,
  documentUpdates: 0,
  practice: 0,
  scripts: 0,
  unfinishedRecordings: 0,
  withdrawnFeedback: 0,
  writtenDrafts: 0,
  callReports: 0,
  audit: 0,
  erasedSessions: 0,
};

/** It sweeps when it is told to, not by itself besides. */
function sweeperOf({ app }: TestApi): RetentionService {
  const sweeper = app.get(RetentionService);
  sweeper.onApplicationShutdown();
  return sweeper;
}

describe('what is of no use any more', () => {
  const clock = new ShiftedClock();
  let api: TestApi;
  let retention: RetentionService;
  const start = async (documents: number) => {
    api = await startTestApi({
      overrides: [[Clock, clock]],
      config: { retention: { sessions: 30, unmetRequests: 30, visits: 180, drafts: 180, documents } },
    });
    retention = sweeperOf(api);
  };
  beforeAll(() => start(0));
  beforeEach(() => clock.goTo(0));
  afterAll(() => api.close());

  const count = async (table: string, id: string, column = 'id') =>
    (await api.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id])).length;
  /** What is left of a meeting that ended, as its rows stand. */
  const ended = async () => {
    const { id, student, mentor } = await matched(api);
    await api.query(`INSERT INTO room_visits (consult_id, user_id, left_at) VALUES ($1, $2, now()), ($1, $3, now())`, [
      id,
      student.id,
      mentor.id,
    ]);
    await api.query(`UPDATE consults SET status = 'live', live_at = now() WHERE id = $1`, [id]);
    const update = Buffer.from([0, 0]).toString('base64');
    expect((await api.post(`/api/consults/${id}/document/updates`, { update }, student)).status).toBe(201);
    const draft = { version: 0, summary: 'draft', practice: '', corrections: [] };
    expect((await api.put(`/api/consults/${id}/feedback`, draft, mentor)).status).toBe(200);
    expect((await api.post(`/api/consults/${id}/end`, undefined, mentor)).status).toBe(200);
    return { id, student, mentor };
  };

  it('is taken away to the day: ended sessions', async () => {
    const user = await api.registerStudent();
    const [session] = await api.query<{ id: string }>('SELECT id FROM sessions WHERE user_id = $1', [user.id]);
    const id = session?.id ?? '';
    expect((await api.delete(`/api/auth/sessions/${id}`, user)).status).toBe(204);
    clock.goTo(29.9);
    expect(await retention.run()).toEqual(NOTHING);
    clock.goTo(30.1);
    expect(await retention.run()).toEqual({ ...NOTHING, sessions: 1 });
    expect(await count('sessions', id)).toBe(0);
  });

  it('is taken away to the day: requests that nobody met over, and none that is open or was', async () => {
    const cancel = async (student: TestUser) => {
      const { id } = await createConsult(api, student, { message: 'canary-cancelled' });
      expect((await api.post(`/api/consults/${id}/cancel`, undefined, student)).status).toBe(200);
    };
    const student = await api.registerStudent();
    for (let n = 0; n < 3; n += 1) await cancel(student);
    const { id } = await createConsult(api, student);
    clock.goTo(29.9);
    expect(await retention.run()).toEqual(NOTHING);
    clock.goTo(30.1);
    expect(await retention.run()).toEqual({ ...NOTHING, unmetRequests: 3 });
    expect(await count('consults', 'canary-cancelled', 'message')).toBe(0);
    expect(await count('consults', id)).toBe(1);
    await api.post(`/api/consults/${id}/cancel`, undefined, student);
    await retention.run();
  });

  it('is taken away to the day: visits and drafts; the time together, and what was kept, stay', async () => {
    const { id, mentor } = await ended();
    await api.query('UPDATE consults SET volunteer_seconds = 60 WHERE id = $1', [id]);
    clock.goTo(179.9);
    expect(await retention.run()).toEqual(NOTHING);
    clock.goTo(180.1);
    expect(await retention.run()).toEqual({ ...NOTHING, visits: 2, drafts: 1 });
    clock.goTo(0);
    expect((await api.get('/api/mentors/me/hours', mentor)).body).toEqual({ totalSeconds: 60, consults: 1 });
    clock.goTo(3650);
    expect(await retention.run()).toMatchObject({ documents: 0 });
    expect(await count('document_updates', id, 'consult_id')).toBe(1);
  });

  it('is taken away in batches, by one node at a time', async () => {
    const student = await api.registerStudent();
    await api.query(
      `INSERT INTO sessions (user_id, user_agent, ended_at) SELECT $1, 'x', now() FROM generate_series(1, 1203)`,
      [student.id],
    );
    const another = await api.another();
    clock.goTo(31);
    const runs = await Promise.all([retention.run(), sweeperOf(another).run()]);
    expect(runs.map((swept) => swept?.sessions ?? 0).reduce((a, b) => a + b)).toBe(1203);
    expect(await retention.run()).toEqual(NOTHING);
    await another.app.close();
    await another.dataSource.destroy();
  });

  it('is taken away even so: the marks of erased accounts after a day, and cards of deleted feedback', async () => {
    const user = await api.registerStudent();
    expect((await api.post('/api/users/me/erase', { password: user.password }, user)).status).toBe(204);
    const { id } = await ended();
    await api.query(`UPDATE feedbacks SET status = 'deleted', summary = '' WHERE consult_id = $1`, [id]);
    await api.query('INSERT INTO practice_cards (consult_id, position, box, due_at) VALUES ($1, 0, 1, now())', [id]);
    clock.goTo(1.1);
    expect(await retention.run()).toEqual({ ...NOTHING, practice: 1, erasedSessions: 1 });
  });

  it('is taken away even so: deleted scripts after 30 days, and recordings that never arrived after two weeks', async () => {
    const student = await api.registerStudent();
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions ORDER BY key LIMIT 1');
    const questionId = question?.id ?? '';
    const stored = new TestRecorder(api, student, questionId);
    await stored.record(spokenAnswer(1));
    const unfinished = new TestRecorder(api, student, questionId);
    await unfinished.begin();
    clock.goTo(13.9);
    expect(await retention.run()).toEqual(NOTHING);
    clock.goTo(14.1);
    expect(await retention.run()).toEqual({ ...NOTHING, unfinishedRecordings: 1 });
    expect([await count('recordings', unfinished.id), await count('recordings', stored.id)]).toEqual([0, 1]);
    const [script] = await api.query<{ id: string }>('SELECT id FROM scripts WHERE user_id = $1', [student.id]);
    clock.goTo(0);
    expect((await api.delete(`/api/scripts/${script?.id}`, student)).status).toBe(200);
    clock.goTo(29.9);
    expect(await retention.run()).toEqual(NOTHING);
    clock.goTo(30.1);
    expect(await retention.run()).toEqual({ ...NOTHING, scripts: 1 });
    expect(await count('recordings', stored.id)).toBe(0);
  });

  it('is taken away even so: written feedback that was withdrawn, and drafts of it that nobody touched', async () => {
    const student = await api.registerStudent();
    const script = await writeScript(api, student);
    const [withdrawn, open] = [await ask(api, student, script.id), await ask(api, student, script.id)];
    await claim(api, await api.registerMentor(), open);
    await api.post(`/api/written-feedback/${withdrawn}/withdraw`, undefined, student);
    clock.goTo(29.9);
    expect(await retention.run()).toMatchObject({ withdrawnFeedback: 0, writtenDrafts: 0 });
    clock.goTo(30.1);
    expect(await retention.run()).toMatchObject({ withdrawnFeedback: 1, writtenDrafts: 1 });
    expect([await count('written_feedbacks', withdrawn), await count('written_feedbacks', open)]).toEqual([0, 1]);
  });

  it('is taken away even so: what was left of a document that is deleted, and of no other', async () => {
    const [deleted, kept] = [await ended(), await ended()];
    await api.query('UPDATE documents SET deleted_at = now() WHERE consult_id = $1', [deleted.id]);
    expect(await retention.run()).toEqual({ ...NOTHING, documentUpdates: 1 });
    expect(await count('document_updates', deleted.id, 'consult_id')).toBe(0);
    expect(await count('document_updates', kept.id, 'consult_id')).toBe(1);
  });

  it('is, where it is set so, the document of an old meeting, which no late tab brings back', async () => {
    await api.close();
    await start(365);
    const { id, student } = await ended();
    clock.goTo(364);
    expect(await retention.run()).toMatchObject({ documents: 0 });
    clock.goTo(366);
    expect(await retention.run()).toMatchObject({ documents: 1 });
    expect(await retention.run()).toMatchObject({ documents: 0 });
    expect(await count('document_updates', id, 'consult_id')).toBe(0);
    clock.goTo(0);
    expect((await api.get(`/api/consults/${id}/document`, student)).body).toEqual({ update: null, seq: 0 });
  });
});
