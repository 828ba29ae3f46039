import { randomUUID } from 'node:crypto';
import type {
  FeedbackDraftResponse,
  ScriptListResponse,
  ScriptResponse,
  ScriptVersionsResponse,
  WrittenFeedbackListResponse,
  WrittenFeedbackResponse,
} from '@ieum/api-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spokenAnswer } from './support/spoken-answer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestRecorder } from './support/test-recorder';
import type { TestAnswer } from './support/test-requests';
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

const ownOf = (answer: TestAnswer) => body<WrittenFeedbackResponse>(answer).writtenFeedback;

describe('written feedback', () => {
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
    await api.query('DELETE FROM written_feedbacks');
  });
  afterAll(() => api.close());

  const asked = async () => ask(api, student, (await writeScript(api, student)).id);
  const own = (id: string) => desk.own(student, id);
  const job = (id: string, user = mentor) => desk.job(user, id);
  const waiting = (user = mentor, query = '') => desk.waiting(user, query);
  const post = (id: string, what: string, user = mentor, sent?: unknown) => desk.post(user, id, what, sent);
  const save = (id: string, revision: number, change: object = {}, user = mentor) =>
    desk.save(user, id, revision, change);
  const letRunOut = (id: string) => desk.letRunOut(id);
  const answered = async () => {
    const id = await asked();
    await claim(api, mentor, id);
    await save(id, 1, { comment: 'Good!' });
    jobOf(await post(id, 'answer', mentor, { revision: 2 }));
    return id;
  };

  it('is asked for, claimed, written, answered, and becomes the next version of the script', async () => {
    const script = await writeScript(api, student);
    const take = new TestRecorder(api, student, script.question.id);
    await take.record(spokenAnswer(2));
    const id = await ask(api, student, script.id, { recordingIds: [take.id], note: 'My past tense, please.' });
    const later = { revision: script.revision, text: 'I goes to park every day. It is green.' };
    const { script: changed } = body<ScriptResponse>(
      await api.put(`/api/scripts/of-question/${script.question.id}`, later, student),
    );
    expect(await own(id)).toMatchObject({ status: 'waiting', text: TEXT, takes: [{ id: take.id }], answer: null });
    const { items } = await waiting();
    expect(items).toMatchObject([{ id, nickname: student.nickname, words: 6, takes: 1, takesMs: 15_000, mine: false }]);

    const claimed = await claim(api, mentor, id);
    expect(claimed).toMatchObject({
      status: 'claimed',
      mine: true,
      extensionsLeft: 3,
      practice: {
        text: TEXT,
        note: 'My past tense, please.',
        takes: [{ recording: { id: take.id }, transcript: null }],
      },
      draft: { revision: 1, text: TEXT, comment: '', moments: [] },
    });
    expect(Date.parse(claimed.claimedUntil ?? '') - Date.now()).toBeGreaterThan(29 * 60_000);
    expect((await waiting()).items).toEqual([]);
    expect((await own(id)).status).toBe('claimed');
    const moments = [{ recordingId: take.id, atMs: 1200, text: 'Say “walked”.' }];
    expect(body<FeedbackDraftResponse>(await save(id, 1, { comment: 'Well done.', moments })).draft.revision).toBe(2);
    expect(refusal(await save(id, 1))).toEqual([409, 'written-feedback/stale-revision']);
    expect(refusal(await post(id, 'answer', mentor, { revision: 1 }))).toEqual([
      409,
      'written-feedback/stale-revision',
    ]);
    expect((await own(id)).answer).toBeNull();
    expect(jobOf(await post(id, 'answer', mentor, { revision: 2 }))).toMatchObject({
      status: 'answered',
      practice: null,
      draft: null,
    });
    expect(jobOf(await post(id, 'answer', mentor, { revision: 2 })).status).toBe('answered');

    expect(await own(id)).toMatchObject({
      status: 'answered',
      text: TEXT,
      answer: { text: CORRECTED, comment: 'Well done.', moments, mentor: { nickname: mentor.nickname } },
      acceptedAt: null,
    });
    const accept = (revision: number, text: string) =>
      api.post(`/api/written-feedback/${id}/accept`, { revision, text }, student);
    expect(refusal(await accept(script.revision, CORRECTED))).toEqual([409, 'scripts/stale-revision']);
    expect(body<ScriptResponse>(await accept(changed.revision, CORRECTED)).script.text).toBe(CORRECTED);
    const { versions } = body<ScriptVersionsResponse>(await api.get(`/api/scripts/${script.id}/versions`, student));
    expect(versions).toMatchObject([{ number: 1, text: 'I goes to park every day. It is green.' }]);
    expect((await own(id)).acceptedAt).not.toBeNull();
    // Sent again after its answer was lost, or after the server went between the two steps, it is done.
    await api.query('UPDATE written_feedbacks SET accepted_at = NULL WHERE id = $1', [id]);
    expect(body<ScriptResponse>(await accept(changed.revision, CORRECTED)).script.revision).toBe(changed.revision + 1);
    expect((await own(id)).acceptedAt).not.toBeNull();
    expect((await api.get(`/api/scripts/${script.id}/versions`, student)).body).toEqual({ versions });
  });

  it('is asked for once, however often it is sent', async () => {
    const { id: scriptId } = await writeScript(api, student);
    const request = { id: randomUUID(), scriptId, recordingIds: [], note: '' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.post('/api/written-feedback', request, student)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const { items } = body<WrittenFeedbackListResponse>(await api.get('/api/written-feedback', student));
    expect(items.map(({ id }) => id)).toEqual([request.id]);
  });

  it('is asked for with what is one’s own, and with something in it', async () => {
    const mine = await writeScript(api, student);
    const other = await api.registerStudent();
    const theirs = await writeScript(api, other);
    const take = new TestRecorder(api, other, theirs.question.id);
    await take.record(spokenAnswer(1));
    const send = (scriptId: string, recordingIds: string[] = []) =>
      api.post('/api/written-feedback', { id: randomUUID(), scriptId, recordingIds }, student);
    expect(refusal(await send(theirs.id))).toEqual([404, 'scripts/not-found']);
    expect(refusal(await send(mine.id, [take.id]))).toEqual([404, 'recordings/not-found']);
    expect(
      refusal(
        await send(
          mine.id,
          Array.from({ length: 6 }, () => randomUUID()),
        ),
      ),
    ).toEqual([400, 'request/invalid']);
    const blank = await writeScript(api, student, { text: '  ', question: 1 });
    expect(refusal(await send(blank.id))).toEqual([409, 'written-feedback/empty']);
    const taken = await ask(api, other, theirs.id);
    const sameId = { id: taken, scriptId: mine.id, recordingIds: [] };
    const stolen = await api.post('/api/written-feedback', sameId, student);
    expect(refusal(stolen)).toEqual([404, 'written-feedback/not-found']);
  });

  it('has as many words as its script has in the library', async () => {
    const script = await writeScript(api, student, { text: ' two \n\n words\u00a0and\u3000more \n' });
    await ask(api, student, script.id);
    const library = body<ScriptListResponse>(await api.get('/api/scripts', student));
    expect(library.items[0]?.words).toBe(4);
    expect((await waiting()).items[0]?.words).toBe(4);
  });

  it('is asked for with a take, or refused, where that is deleted at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      student = await api.registerStudent();
      const script = await writeScript(api, student);
      const take = new TestRecorder(api, student, script.question.id);
      await take.record(spokenAnswer(1));
      const request = { id: randomUUID(), scriptId: script.id, recordingIds: [take.id] };
      const [answer, deleted] = await Promise.all([
        api.post('/api/written-feedback', request, student),
        api.delete(`/api/recordings/${take.id}`, student),
      ]);
      expect(deleted.status).toBeLessThan(300);
      if (answer.status >= 300) expect(refusal(answer)).toEqual([404, 'recordings/not-found']);
      const there = await api.get(`/api/written-feedback/${request.id}`, student);
      expect(there.status).toBe(answer.status < 300 ? 200 : 404);
    }
  });

  it('is asked for three at a time and ten a day, also by many requests at once', async () => {
    const { id: scriptId } = await writeScript(api, student);
    const send = () => api.post('/api/written-feedback', { id: randomUUID(), scriptId, recordingIds: [] }, student);
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(refusal(await send())).toEqual([409, 'written-feedback/too-many-open']);
    for (let n = 3; n < 10; n += 1) {
      await api.query(`UPDATE written_feedbacks SET status = 'withdrawn', closed_at = now() WHERE student_id = $1`, [
        student.id,
      ]);
      expect((await send()).status).toBe(201);
    }
    await api.query(`UPDATE written_feedbacks SET status = 'withdrawn', closed_at = now() WHERE status = 'open'`);
    expect(refusal(await send())).toEqual([429, 'written-feedback/too-many-today']);
    await api.query(`UPDATE written_feedbacks SET created_at = now() - interval '25 hours' WHERE student_id = $1`, [
      student.id,
    ]);
    expect((await send()).status).toBe(201);
  });

  it('is for mentors of spoken English, for minors with approval, and never for oneself', async () => {
    const id = await asked();
    const career = await api.registerMentor({ kinds: ['career'], topics: ['portfolio'] });
    expect((await waiting(career)).items).toEqual([]);
    expect(refusal(await post(id, 'claim', career))).toEqual([404, 'written-feedback/not-found']);
    const nobody = await api.registerMentor({ profile: false });
    expect(refusal(await api.get(jobPath('waiting'), nobody))).toEqual([409, 'mentors/profile-missing']);
    expect(refusal(await post(id, 'claim', nobody))).toEqual([409, 'mentors/profile-missing']);
    expect(refusal(await post(id, 'claim', student))).toEqual([403, 'auth/forbidden']);

    const both = await api.registerMentor({ wants: 'both' });
    const theirs = await ask(api, both, (await writeScript(api, both)).id);
    expect((await waiting(both)).items.map((each) => each.id)).toEqual([id]);
    expect(refusal(await post(theirs, 'claim', both))).toEqual([409, 'consults/own-request']);

    const minor = await api.registerStudent({ ageBand: '14-to-18' });
    const minors = await ask(api, minor, (await writeScript(api, minor)).id);
    const unapproved = await api.registerMentor({ approved: false });
    expect((await waiting(unapproved)).items.map((each) => each.id)).toEqual([id, theirs]);
    expect(refusal(await post(minors, 'claim', unapproved))).toEqual([404, 'written-feedback/not-found']);
    expect((await claim(api, mentor, minors)).mine).toBe(true);
  });

  it('waits in pages, the oldest first', async () => {
    const { id: scriptId } = await writeScript(api, student);
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push(await ask(api, student, scriptId));
    const first = await waiting(mentor, '?limit=2');
    const second = await waiting(mentor, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    const list = (query: string) => api.get(`/api/written-feedback?limit=2${query}`, student);
    const newest = body<WrittenFeedbackListResponse>(await list(''));
    const rest = body<WrittenFeedbackListResponse>(await list(`&cursor=${newest.nextCursor}`));
    expect([...newest.items, ...rest.items].map(({ id }) => id)).toEqual(ids.toReversed());
  });

  it('goes on with the takes that are left, and is withdrawn with its script until that is restored', async () => {
    const script = await writeScript(api, student);
    const take = new TestRecorder(api, student, script.question.id);
    await take.record(spokenAnswer(1));
    const id = await ask(api, student, script.id, { recordingIds: [take.id] });
    await claim(api, mentor, id);
    await api.delete(`/api/recordings/${take.id}`, student);
    expect((await job(id)).practice?.takes).toEqual([]);
    body(await save(id, 1));
    await api.delete(`/api/scripts/${script.id}`, student);
    expect(await job(id)).toMatchObject({ status: 'withdrawn', practice: null, claimedUntil: null });
    expect((await own(id)).status).toBe('withdrawn');
    expect(refusal(await post(id, 'answer', mentor, { revision: 2 }))).toEqual([409, 'written-feedback/not-open']);
    await letRunOut(id);
    expect((await waiting()).items).toEqual([]);
    await api.post(`/api/scripts/${script.id}/restore`, undefined, student);
    expect((await waiting()).items).toMatchObject([{ id, takes: 0 }]);
  });

  it('is withdrawn by its student until it is answered, and its words go at once', async () => {
    const id = await asked();
    await claim(api, mentor, id);
    body(await save(id, 1));
    const withdraw = (which: string) => api.post(`/api/written-feedback/${which}/withdraw`, undefined, student);
    expect(ownOf(await withdraw(id))).toMatchObject({ status: 'withdrawn', text: '' });
    expect(ownOf(await withdraw(id)).status).toBe('withdrawn');
    expect(refusal(await save(id, 2))).toEqual([404, 'written-feedback/not-found']);
    expect(await api.query('SELECT 1 FROM written_feedback_drafts WHERE written_feedback_id = $1', [id])).toEqual([]);
    student = await api.registerStudent();
    const done = await answered();
    expect(refusal(await withdraw(done))).toEqual([409, 'written-feedback/not-open']);
  });

  it('stays with the student when its mentor goes, and goes with the student', async () => {
    const id = await answered();
    const held = await ask(api, student, (await writeScript(api, student, { question: 2 })).id);
    await claim(api, mentor, held);
    await api.post('/api/users/me/erase', { password: mentor.password }, mentor);
    expect(await own(id)).toMatchObject({ status: 'answered', answer: { comment: 'Good!', mentor: null } });
    expect((await own(held)).status).toBe('waiting');
    const second = await api.registerMentor();
    expect((await claim(api, second, held)).mine).toBe(true);
    await api.post('/api/users/me/erase', { password: student.password }, student);
    expect(refusal(await api.get(jobPath(held), second))).toEqual([404, 'written-feedback/not-found']);
    expect(await api.query('SELECT 1 FROM written_feedback_drafts')).toEqual([]);
  });
});
