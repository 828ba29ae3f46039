import { randomUUID } from 'node:crypto';
import type {
  FeedbackJobListResponse,
  ScriptResponse,
  ScriptVersionsResponse,
  WrittenFeedbackListResponse,
} from '@ieum/api-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spokenAnswer } from './support/spoken-answer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestRecorder } from './support/test-recorder';
import {
  ask,
  body,
  claim,
  CORRECTED,
  FeedbackDesk,
  jobOf,
  jobPath,
  refusal,
  TEXT,
  writeScript,
} from './support/written-feedback-fixtures';

const NOT_FOUND = [404, 'written-feedback/not-found'];
const STILL_OPEN = [409, 'consults/illegal-transition'];

describe('a request for written feedback that its student deletes', () => {
  let api: TestApi;
  let desk: FeedbackDesk;
  let student: TestUser;
  let mentor: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
    desk = new FeedbackDesk(api);
  });
  beforeEach(async () => {
    student = await api.registerStudent();
    mentor = await api.registerMentor();
  });
  afterAll(() => api.close());

  const pathOf = (id: string, rest = '') => `/api/written-feedback/${id}${rest}`;
  const remove = (id: string, user = student) => api.delete(pathOf(id), user);
  const withdraw = (id: string) => api.post(pathOf(id, '/withdraw'), undefined, student);
  const statusOf = async (id: string) => (await desk.own(student, id)).status;
  const exportOf = async (user: TestUser) => JSON.stringify((await api.get('/api/users/me/export', user)).body);
  const jobsOf = async (user: TestUser) =>
    body<FeedbackJobListResponse>(await api.get('/api/mentors/me/written-feedback', user)).items.map(({ id }) => id);
  /** How many rows there are of it: requests, takes, drafts. */
  const rowsOf = async (id: string) => {
    const count = async (table: string, column = 'written_feedback_id') =>
      (await api.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id])).length;
    const requests = await count('written_feedbacks', 'id');
    return [requests, await count('written_feedback_takes'), await count('written_feedback_drafts')];
  };
  /** Asked with a take; one mentor began an answer, another one gave theirs. */
  const answered = async () => {
    const script = await writeScript(api, student);
    const take = new TestRecorder(api, student, script.question.id);
    await take.record(spokenAnswer(1));
    const id = await ask(api, student, script.id, { recordingIds: [take.id] });
    const first = await api.registerMentor();
    await claim(api, first, id);
    body(await desk.save(first, id, 1, { comment: 'Never sent.' }));
    await desk.letRunOut(id);
    await claim(api, mentor, id);
    body(await desk.save(mentor, id, 1, { comment: 'Well done.' }));
    jobOf(await desk.post(mentor, id, 'answer', { revision: 2 }));
    return { id, script, take, first };
  };

  it('goes with its takes, its drafts and its answer, and leaves the script, its versions and the takes themselves', async () => {
    const { id, script, take, first } = await answered();
    const accepted = { revision: script.revision, text: CORRECTED };
    expect(body<ScriptResponse>(await api.post(pathOf(id, '/accept'), accepted, student)).script.text).toBe(CORRECTED);
    expect(await rowsOf(id)).toEqual([1, 1, 1]);
    expect([await exportOf(student), await exportOf(mentor)]).toEqual([
      expect.stringContaining('Well done.'),
      expect.stringContaining('Well done.'),
    ]);

    const answer = await remove(id);
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(await rowsOf(id)).toEqual([0, 0, 0]);
    expect(refusal(await remove(id))).toEqual(NOT_FOUND);
    expect(refusal(await api.get(pathOf(id), student))).toEqual(NOT_FOUND);
    expect(refusal(await withdraw(id))).toEqual(NOT_FOUND);
    expect(refusal(await api.post(pathOf(id, '/accept'), accepted, student))).toEqual(NOT_FOUND);
    expect(body<WrittenFeedbackListResponse>(await api.get('/api/written-feedback', student)).items).toEqual([]);
    for (const user of [mentor, first]) {
      expect(await jobsOf(user)).toEqual([]);
      expect(refusal(await api.get(jobPath(id), user))).toEqual(NOT_FOUND);
      expect(refusal(await desk.save(user, id, 2))).toEqual(NOT_FOUND);
      for (const what of ['claim', 'extend', 'release']) {
        expect([what, ...refusal(await desk.post(user, id, what))]).toEqual([what, ...NOT_FOUND]);
      }
      expect(refusal(await desk.post(user, id, 'answer', { revision: 2 }))).toEqual(NOT_FOUND);
    }
    for (const user of [student, mentor]) expect(await exportOf(user)).not.toContain('Well done.');
    expect(await exportOf(first)).not.toContain('Never sent.');

    const { versions } = body<ScriptVersionsResponse>(await api.get(`/api/scripts/${script.id}/versions`, student));
    expect(versions).toMatchObject([{ number: 1, text: TEXT }]);
    expect((await take.get()).status).toBe(200);
    expect(await statusOf(await ask(api, student, script.id))).toBe('waiting');
  });

  it('is nobody else’s to delete, also not its mentor’s', async () => {
    const { id } = await answered();
    const both = await api.registerMentor({ wants: 'both' });
    for (const other of [await api.registerStudent(), both])
      expect(refusal(await remove(id, other))).toEqual(NOT_FOUND);
    expect(refusal(await remove(id, mentor))).toEqual([403, 'auth/forbidden']);
    expect(refusal(await api.delete(pathOf(id)))).toEqual([401, 'auth/unauthenticated']);
    expect(refusal(await remove(randomUUID()))).toEqual(NOT_FOUND);
    expect(refusal(await remove('none'))).toEqual([400, 'request/invalid']);
    expect(await rowsOf(id)).toEqual([1, 1, 1]);
  });

  it('is withdrawn first while it is open, claimed or not', async () => {
    const id = await ask(api, student, (await writeScript(api, student)).id);
    expect(refusal(await remove(id))).toEqual(STILL_OPEN);
    await claim(api, mentor, id);
    expect(refusal(await remove(id))).toEqual(STILL_OPEN);
    expect(jobOf(await api.get(jobPath(id), mentor))).toMatchObject({ status: 'claimed', practice: { text: TEXT } });
    body(await withdraw(id));
    expect((await remove(id)).status).toBe(204);
    expect(await rowsOf(id)).toEqual([0, 0, 0]);
    expect(refusal(await remove(id))).toEqual(NOT_FOUND);
  });

  it('is withdrawn, too, while its script is deleted, and does not come back with it', async () => {
    const script = await writeScript(api, student);
    const id = await ask(api, student, script.id);
    await claim(api, mentor, id);
    body(await api.delete(`/api/scripts/${script.id}`, student));
    expect(await statusOf(id)).toBe('withdrawn');
    expect((await remove(id)).status).toBe(204);
    body(await api.post(`/api/scripts/${script.id}/restore`, undefined, student));
    expect(await rowsOf(id)).toEqual([0, 0, 0]);
    expect(await jobsOf(mentor)).toEqual([]);
  });

  it('is answered and gone, or there with its answer, where both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      student = await api.registerStudent();
      const id = await ask(api, student, (await writeScript(api, student)).id);
      await claim(api, mentor, id);
      body(await desk.save(mentor, id, 1));
      const [answer, deleted] = await Promise.all([desk.post(mentor, id, 'answer', { revision: 2 }), remove(id)]);
      if (deleted.status === 204) {
        expect(await rowsOf(id)).toEqual([0, 0, 0]);
      } else {
        expect(refusal(deleted)).toEqual(STILL_OPEN);
        expect(jobOf(answer).status).toBe('answered');
        expect(await desk.own(student, id)).toMatchObject({ status: 'answered', answer: { text: CORRECTED } });
      }
    }
  });

  it('leaves its text to the script, or leaves the script as it is, where it is taken over at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      student = await api.registerStudent();
      const { id, script } = await answered();
      const corrected = { revision: script.revision, text: CORRECTED };
      const [accepted, deleted] = await Promise.all([api.post(pathOf(id, '/accept'), corrected, student), remove(id)]);
      expect(deleted.status).toBe(204);
      if (accepted.status >= 300) expect(refusal(accepted)).toEqual(NOT_FOUND);
      const now = body<ScriptResponse>(await api.get(`/api/scripts/of-question/${script.question.id}`, student)).script;
      expect(now.text).toBe(accepted.status < 300 ? CORRECTED : TEXT);
    }
  });

  it('makes no room for asking on and on', async () => {
    const { id: scriptId } = await writeScript(api, student);
    const send = () => api.post('/api/written-feedback', { id: randomUUID(), scriptId, recordingIds: [] }, student);
    for (let n = 0; n < 20; n += 1) {
      const id = await ask(api, student, scriptId);
      body(await withdraw(id));
      expect((await remove(id)).status).toBe(204);
    }
    expect(refusal(await send())).toEqual([429, 'written-feedback/too-many-today']);
    student = await api.registerStudent();
    expect(await statusOf(await ask(api, student, (await writeScript(api, student)).id))).toBe('waiting');
  });
});
