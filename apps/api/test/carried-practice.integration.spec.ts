import { randomUUID } from 'node:crypto';
import type {
  CarriedPracticeResponse,
  CarryPractice,
  RecordingResponse,
  Script,
  ScriptResponse,
  ScriptVersionsResponse,
} from '@ieum/api-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DefaultRecordingPolicy, RecordingPolicy } from '../src/recordings/recording-policy';
import { aRequest, codeOf, type ConsultResponse, createConsult } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { spokenAnswer } from './support/spoken-answer';
import { MANY, startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestRecorder } from './support/test-recorder';
import type { TestAnswer } from './support/test-requests';

const TEXT = 'I goed to a park near my home.';
const SPEAKING = { kind: 'speaking', topic: 'opic', language: 'en' } as const;

const refusal = (answer: TestAnswer) => [answer.status, codeOf(answer)];
const consultOf = (answer: TestAnswer) => (answer.body as ConsultResponse).consult;
const practiceOf = (answer: TestAnswer) => (answer.body as CarriedPracticeResponse).practice;
const NOT_FOUND = [404, 'consults/not-found'];

describe('practice that a consult carries', () => {
  let api: TestApi;
  let questions: { id: string }[];
  let student: TestUser;
  let mentor: TestUser;
  let other: TestUser;
  let script: Script;
  let take: TestRecorder;
  beforeAll(async () => {
    const policy = new DefaultRecordingPolicy();
    const many: RecordingPolicy = { ...policy, perDay: 1000, writes: MANY, reads: MANY };
    api = await startTestApi({ overrides: [[RecordingPolicy, many]] });
    questions = await api.query('SELECT id FROM questions ORDER BY key LIMIT 3');
  });
  beforeEach(async () => {
    student = await api.registerStudent();
    [mentor, other] = [await api.registerMentor(), await api.registerMentor()];
    script = await write(student, 0, TEXT);
    take = await record(student, 0);
  });
  afterAll(() => api.close());

  const question = (index: number) => questions[index]?.id ?? '';
  const write = async (user: TestUser, index: number, text: string, revision = 0): Promise<Script> => {
    const answer = await api.put(`/api/scripts/of-question/${question(index)}`, { revision, text }, user);
    return (answer.body as ScriptResponse).script;
  };
  const record = async (user: TestUser, index: number): Promise<TestRecorder> => {
    const recorder = new TestRecorder(api, user, question(index));
    await recorder.record(spokenAnswer(1));
    return recorder;
  };
  const carrying = (changes: Partial<CarryPractice> = {}): CarryPractice => ({
    scriptId: script.id,
    recordingIds: [take.id],
    shownBefore: false,
    ...changes,
  });
  const ask = async (changes: Partial<CarryPractice> = {}): Promise<string> =>
    (await createConsult(api, student, { ...SPEAKING, practice: carrying(changes) })).id;
  const post = (id: string, action: string, user: TestUser) =>
    api.post(`/api/consults/${id}/${action}`, undefined, user);
  const get = (id: string, user: TestUser | undefined) => api.get(`/api/consults/${id}/practice`, user);
  const hear = (id: string, user: TestUser, recordingId = take.id, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/api/consults/${id}/practice/recordings/${recordingId}/sound`, {
      headers: { authorization: `Bearer ${user.accessToken}`, ...headers },
    });
  /** Both come into the room and go again, so that they have met. */
  const meet = async (id: string): Promise<void> => {
    await post(id, 'accept', mentor);
    const sockets = [];
    for (const { accessToken } of [student, mentor]) {
      const socket = await TestSocket.connect(api.url, accessToken);
      await socket.ask('room:join', { consultId: id, peerId: randomUUID() });
      sockets.push(socket);
    }
    for (const socket of sockets) socket.close();
  };
  const unfit = () => api.registerMentor({ kinds: ['career'], topics: ['portfolio'] });
  const everybodyElse = async () => [other, await unfit(), await api.registerStudent()];

  describe('as the request is made', () => {
    it('is counted in the consult and on the card, and the same request twice makes one', async () => {
      const watcher = await TestSocket.connect(api.url, other.accessToken);
      await watcher.ask('list:subscribe', {});
      const request = aRequest({ ...SPEAKING, practice: carrying({ recordingIds: [take.id, take.id] }) });
      const consult = consultOf(await api.post('/api/consults', request, student));
      const carries = { takes: 1, words: 8, shown: false };
      expect(consult.carries).toEqual(carries);
      const { added } = await watcher.next('list:changed', (frame) => frame.added.some(({ id }) => id === consult.id));
      expect(added.find(({ id }) => id === consult.id)?.carries).toEqual(carries);
      watcher.close();
      expect(consultOf(await api.post('/api/consults', request, student))).toEqual(consult);
      expect(await api.query('SELECT 1 FROM consult_takes WHERE consult_id = $1', [consult.id])).toHaveLength(1);
      await post(consult.id, 'cancel', student);
      expect(consultOf(await api.get(`/api/consults/${consult.id}`, student)).carries).toBeNull();
    });

    it('goes with speaking alone', async () => {
      const request = aRequest({ practice: carrying() });
      expect(refusal(await api.post('/api/consults', request, student))).toEqual([
        409,
        'consults/practice-needs-speaking',
      ]);
      expect((await api.post('/api/consults', { ...request, practice: null }, student)).status).toBe(201);
    });

    it('is the student’s own, whole, and of one script; otherwise there is no consult', async () => {
      const stranger = await api.registerStudent();
      const theirs = await write(stranger, 0, 'theirs');
      const [theirTake, elsewhere] = [await record(stranger, 0), await record(student, 1)];
      const begun = new TestRecorder(api, student, question(0));
      await begun.begin();
      const deleted = await write(student, 2, 'deleted');
      await api.delete(`/api/scripts/${deleted.id}`, student);
      const tries: [Partial<CarryPractice>, string][] = [
        [{ scriptId: theirs.id, recordingIds: [] }, 'scripts/not-found'],
        [{ scriptId: theirs.id, recordingIds: [theirTake.id] }, 'scripts/not-found'],
        [{ scriptId: randomUUID() }, 'scripts/not-found'],
        [{ scriptId: deleted.id, recordingIds: [] }, 'scripts/not-found'],
        [{ recordingIds: [take.id, theirTake.id] }, 'recordings/not-found'],
        [{ recordingIds: [elsewhere.id] }, 'recordings/not-found'],
        [{ recordingIds: [begun.id] }, 'recordings/not-found'],
        [{ recordingIds: [randomUUID()] }, 'recordings/not-found'],
      ];
      for (const [changes, code] of tries) {
        const answer = await api.post('/api/consults', aRequest({ ...SPEAKING, practice: carrying(changes) }), student);
        expect(refusal(answer)).toEqual([404, code]);
      }
      const six = Array.from({ length: 6 }, () => randomUUID());
      const tooMany = aRequest({ ...SPEAKING, practice: carrying({ recordingIds: six }) });
      expect(refusal(await api.post('/api/consults', tooMany, student))).toEqual([400, 'request/invalid']);
      expect(await api.query('SELECT 1 FROM consults WHERE student_id = $1', [student.id])).toEqual([]);
      await ask();
      expect(
        refusal(await api.post('/api/consults', aRequest({ ...SPEAKING, practice: carrying() }), student)),
      ).toEqual([409, 'consults/student-has-open']);
    });
  });

  describe('while the student waits', () => {
    it('is the student’s alone unless they want it shown', async () => {
      const id = await ask();
      const own = practiceOf(await get(id, student));
      expect(own).toMatchObject({
        question: { id: question(0) },
        script: { id: script.id, text: TEXT, revision: script.revision },
        takes: [{ recording: { id: take.id, status: 'stored' }, transcript: null }],
      });
      for (const user of [mentor, ...(await everybodyElse())]) {
        expect(refusal(await get(id, user))).toEqual(NOT_FOUND);
        expect((await hear(id, user)).status).toBe(404);
      }
      expect(refusal(await get(id, undefined))).toEqual([401, 'auth/unauthenticated']);
    });

    it('is shown, if the student wants that, to whoever could accept at this moment', async () => {
      const id = await ask({ shownBefore: true });
      await api.query(`INSERT INTO transcripts (recording_id, status, text) VALUES ($1, 'done', 'I went')`, [take.id]);
      const seen = practiceOf(await get(id, mentor));
      expect(seen?.takes[0]).toMatchObject({
        recording: { id: take.id },
        transcript: { status: 'done', text: 'I went' },
      });
      expect((await hear(id, mentor)).status).toBe(200);
      const busy = await api.registerMentor();
      const { id: elsewhere } = await createConsult(api, await api.registerStudent());
      await post(elsewhere, 'accept', busy);
      const [, elsewhereOnly, stranger] = await everybodyElse();
      for (const user of [busy, elsewhereOnly, stranger])
        expect(refusal(await get(id, user as TestUser))).toEqual(NOT_FOUND);
      await post(id, 'accept', mentor);
      expect(refusal(await get(id, other))).toEqual(NOT_FOUND);
      expect((await hear(id, other)).status).toBe(404);
    });

    it('of a minor is shown to approved mentors only', async () => {
      student = await api.registerStudent({ ageBand: '14-to-18' });
      script = await write(student, 0, TEXT);
      const id = await ask({ recordingIds: [], shownBefore: true });
      expect(refusal(await get(id, await api.registerMentor({ approved: false })))).toEqual(NOT_FOUND);
      expect(practiceOf(await get(id, mentor))?.script.text).toBe(TEXT);
      await post(id, 'accept', mentor);
      await api.query('UPDATE mentor_profiles SET approved_at = NULL WHERE user_id = $1', [mentor.id]);
      expect((await get(id, mentor)).body).toEqual({ practice: null });
    });

    it('is gone with what the student deletes, and the request stays', async () => {
      const second = await record(student, 0);
      const id = await ask({ recordingIds: [take.id, second.id], shownBefore: true });
      expect(practiceOf(await get(id, mentor))?.takes.map(({ recording }) => recording.id)).toEqual([
        take.id,
        second.id,
      ]);
      await api.delete(`/api/recordings/${take.id}`, student);
      expect(practiceOf(await get(id, mentor))?.takes.map(({ recording }) => recording.id)).toEqual([second.id]);
      expect((await hear(id, mentor)).status).toBe(404);
      await api.delete(`/api/scripts/${script.id}`, student);
      expect(practiceOf(await get(id, mentor))).toBeNull();
      expect((await hear(id, mentor, second.id)).status).toBe(404);
      expect(consultOf(await post(id, 'accept', mentor))).toMatchObject({ status: 'matched', carries: null });
      await api.post(`/api/scripts/${script.id}/restore`, undefined, student);
      expect(practiceOf(await get(id, mentor))?.takes).toHaveLength(1);
      await api.query('DELETE FROM scripts WHERE id = $1', [script.id]);
      expect((await get(id, mentor)).body).toEqual({ practice: null });
    });
  });

  describe('once a mentor accepted', () => {
    it('is theirs to read and hear, in parts, too, until the feedback is sent', async () => {
      const id = await ask();
      await post(id, 'accept', mentor);
      expect(practiceOf(await get(id, mentor))?.script.text).toBe(TEXT);
      await meet(id);
      const { recording } = (await take.get()).body as RecordingResponse;
      const part = await hear(id, mentor, take.id, { range: 'bytes=0-9' });
      expect([part.status, part.headers.get('content-range'), part.headers.get('cache-control')]).toEqual([
        206,
        `bytes 0-9/${recording.bytes}`,
        'private, no-store',
      ]);
      expect((await part.arrayBuffer()).byteLength).toBe(10);
      const notCarried = await record(student, 0);
      expect((await hear(id, mentor, notCarried.id)).status).toBe(404);
      await post(id, 'end', mentor);
      expect(practiceOf(await get(id, mentor))?.takes).toHaveLength(1);
      const feedback = `/api/consults/${id}/feedback`;
      await api.put(feedback, { version: 0, summary: 'Good.', practice: '', corrections: [] }, mentor);
      expect((await hear(id, mentor)).status).toBe(200);
      await api.post(`${feedback}/send`, undefined, mentor);
      expect((await get(id, mentor)).body).toEqual({ practice: null });
      expect((await hear(id, mentor)).status).toBe(404);
      expect(practiceOf(await get(id, student))?.script.text).toBe(TEXT);
      for (const user of await everybodyElse()) expect(refusal(await get(id, user))).toEqual(NOT_FOUND);
    });

    it('is not theirs any more where they never met, or a draft would be too old', async () => {
      const unmet = await ask();
      await post(unmet, 'accept', mentor);
      await post(unmet, 'cancel', student);
      expect((await get(unmet, mentor)).body).toEqual({ practice: null });
      const old = await ask();
      await meet(old);
      await post(old, 'end', mentor);
      const age = (days: number) =>
        api.query(`UPDATE consults SET closed_at = now() - $2 * interval '1 day' WHERE id = $1`, [old, days]);
      const { drafts } = api.config.retention;
      await age(drafts - 1);
      expect(practiceOf(await get(old, mentor))?.script.text).toBe(TEXT);
      await age(drafts + 1);
      expect((await get(old, mentor)).body).toEqual({ practice: null });
    });
  });

  describe('corrected', () => {
    const correct = (id: string, user: TestUser, revision: number, text = 'I went to a park near my home.') =>
      api.put(`/api/consults/${id}/practice/corrected`, { revision, text }, user);

    it('becomes the script’s next text, and what it was is kept as a version', async () => {
      const id = await ask();
      await meet(id);
      const { revision } = script;
      const saved = (await correct(id, student, revision)).body as ScriptResponse;
      expect(saved.script).toMatchObject({
        id: script.id,
        text: 'I went to a park near my home.',
        revision: revision + 1,
      });
      const versions = await api.get(`/api/scripts/${script.id}/versions`, student);
      expect((versions.body as ScriptVersionsResponse).versions).toEqual([
        { number: 1, origin: 'before-correction', text: TEXT, createdAt: expect.any(String) },
      ]);
      expect((await correct(id, student, revision)).body).toEqual(saved);
      expect(refusal(await correct(id, student, revision, 'something else'))).toEqual([409, 'scripts/stale-revision']);
      expect((await api.get(`/api/scripts/${script.id}/versions`, student)).body).toEqual(versions.body);
    });

    it('is the student’s to save, and nobody else’s', async () => {
      const id = await ask({ shownBefore: true });
      const both = await api.registerMentor({ wants: 'both' });
      expect(refusal(await correct(id, both, script.revision))).toEqual(NOT_FOUND);
      await post(id, 'accept', both);
      expect(refusal(await correct(id, both, script.revision))).toEqual([403, 'auth/forbidden']);
      expect(refusal(await correct(id, mentor, script.revision))).toEqual([403, 'auth/forbidden']);
      expect(refusal(await correct(id, await api.registerStudent(), script.revision))).toEqual(NOT_FOUND);
      await api.delete(`/api/scripts/${script.id}`, student);
      expect(refusal(await correct(id, student, script.revision))).toEqual([404, 'scripts/not-found']);
      await post(id, 'cancel', student);
      const { id: carriesNone } = await createConsult(api, student, SPEAKING);
      expect((await get(carriesNone, student)).body).toEqual({ practice: null });
      expect(refusal(await correct(carriesNone, student, 1))).toEqual([404, 'scripts/not-found']);
    });
  });
});
