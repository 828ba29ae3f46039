import { randomBytes, randomUUID } from 'node:crypto';
import { type AdminAudit, AdminQuestionResponse, type QuestionResponse } from '@ieum/api-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DoomedObjects } from '../src/recordings/doomed-objects.service';
import { ObjectStore } from '../src/storage/object-store';
import { codeOf } from './support/consult-fixtures';
import { M4A, MP3, OPUS, wav } from './support/sound-files';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import type { TestAnswer } from './support/test-requests';

const refusal = (answer: TestAnswer) => [answer.status, codeOf(answer)];

describe('the sound of a question', () => {
  let api: TestApi;
  let admin: TestUser;
  let student: TestUser;
  let questionId: string;
  let next = 0;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.registerAdmin({ nickname: '문제 관리자' });
    student = await api.registerStudent();
  });
  beforeEach(async () => {
    const rows = await api.query<{ id: string }>('SELECT id FROM questions ORDER BY key LIMIT 1 OFFSET $1', [next]);
    questionId = rows[0]?.id ?? '';
    next += 1;
  });
  afterAll(() => api.close());

  const adminPath = () => `/api/admin/questions/${questionId}/sound`;
  const set = (content: Buffer, user = admin, path = adminPath()) =>
    api.send(path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${user.accessToken}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content),
    });
  const soundOf = ({ body }: TestAnswer) => AdminQuestionResponse.parse(body).question.soundId;
  const hear = async (headers: Record<string, string> = {}, user: TestUser = student) => {
    const answer = await fetch(`${api.url}/api/practice/questions/${questionId}/sound`, {
      headers: { authorization: `Bearer ${user.accessToken}`, ...headers },
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  };
  const keys = async (prefix = 'question-sounds/') => {
    const found: string[] = [];
    for await (const key of api.app.get(ObjectStore).list(prefix)) found.push(key);
    return found.sort();
  };
  const anHourLater = async () => {
    await api.query(`UPDATE doomed_objects SET at = at - interval '1 hour'`);
    await api.app.get(DoomedObjects).sweep();
  };

  it.each([
    ['audio/mpeg', MP3],
    ['audio/ogg', OPUS],
    ['audio/wav', wav()],
    ['audio/mp4', M4A],
  ])('is set by an admin and heard by learners: %s', async (type, content) => {
    const answer = await set(content);
    expect([answer.status, soundOf(answer)]).toEqual([200, expect.any(String)]);
    const { body } = await api.get(`/api/practice/questions/${questionId}`, student);
    expect((body as QuestionResponse).question.soundId).toBe(soundOf(answer));
    const heard = await hear();
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, type]);
    expect(heard.bytes.equals(content)).toBe(true);
  });

  it('is nothing that only an admin may change, and nothing for who is not signed in', async () => {
    await set(MP3);
    for (const user of [student, await api.registerMentor()]) {
      expect(refusal(await set(OPUS, user))).toEqual([403, 'auth/forbidden']);
      expect(refusal(await api.delete(adminPath(), user))).toEqual([403, 'auth/forbidden']);
    }
    expect((await hear()).bytes.equals(MP3)).toBe(true);
    expect(refusal(await api.get(`/api/practice/questions/${questionId}/sound`))).toEqual([
      401,
      'auth/unauthenticated',
    ]);
  });

  it('is refused when it is something else, and nothing of it is kept', async () => {
    const before = await keys();
    for (const wrong of [Buffer.from('<script>alert(1)</script>'), randomBytes(9000), MP3.subarray(0, 417)]) {
      expect(refusal(await set(wrong))).toEqual([415, 'questions/bad-sound']);
    }
    expect(refusal(await set(Buffer.alloc(0)))).toEqual([415, 'questions/bad-sound']);
    expect(refusal(await set(Buffer.concat([wav(), Buffer.alloc(5 * 1024 * 1024)])))).toEqual([
      413,
      'request/too-large',
    ]);
    expect(refusal(await api.put(adminPath(), { not: 'bytes' }, admin))).toEqual([415, 'questions/bad-sound']);
    const nowhere = `/api/admin/questions/${randomUUID()}/sound`;
    expect(refusal(await set(MP3, admin, nowhere))).toEqual([404, 'questions/not-found']);
    expect(await keys()).toEqual(before);
    expect((await hear()).status).toBe(404);
    expect(await api.query('SELECT 1 FROM question_sounds WHERE question_id = $1', [questionId])).toEqual([]);
  });

  it('is replaced and removed, and its object goes once no backup can look for it', async () => {
    const first = soundOf(await set(MP3));
    const second = soundOf(await set(OPUS));
    expect(second).not.toBe(first);
    expect((await hear()).bytes.equals(OPUS)).toBe(true);
    const folders = [`question-sounds/${first}/`, `question-sounds/${second}/`];
    const left = async () => (await Promise.all(folders.map((folder) => keys(folder)))).map((found) => found.length);
    await api.app.get(DoomedObjects).sweep();
    expect(await left()).toEqual([1, 1]);
    await anHourLater();
    expect(await left()).toEqual([0, 1]);
    const removed = await api.delete(adminPath(), admin);
    expect([removed.status, soundOf(removed)]).toEqual([200, null]);
    expect((await hear()).status).toBe(404);
    expect(refusal(await api.delete(adminPath(), admin))).toEqual([404, 'questions/not-found']);
    await anHourLater();
    expect(await left()).toEqual([0, 0]);
  });

  it('leaves nothing behind where its row was never written', async () => {
    const before = await keys();
    await api.query(`ALTER TABLE question_sounds ADD CONSTRAINT none_now CHECK (bytes <> ${wav(7).length})`);
    expect((await set(wav(7))).status).toBe(500);
    await api.query('ALTER TABLE question_sounds DROP CONSTRAINT none_now');
    await anHourLater();
    expect(await keys()).toEqual(before);
  });

  it('is given in parts, and not again to who has it', async () => {
    const content = wav(500);
    await set(content);
    const part = await hear({ range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${content.length}`]);
    expect(part.bytes.equals(content.subarray(10, 20))).toBe(true);
    const beyond = await hear({ range: `bytes=${content.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${content.length}`]);
    expect(JSON.parse(beyond.bytes.toString())).toMatchObject({ error: { code: 'recordings/range-outside' } });
    const etag = part.headers.get('etag') ?? '';
    expect(await hear({ 'if-none-match': `"another", W/${etag}` })).toMatchObject({
      status: 304,
      bytes: Buffer.alloc(0),
    });
    expect((await hear({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    await set(MP3);
    expect((await hear({ 'if-none-match': etag })).status).toBe(200);
    expect((await hear({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(200);
  });

  it('is written down with who set and removed it', async () => {
    await set(MP3);
    await api.delete(adminPath(), admin);
    const { items } = (await api.get('/api/admin/audit', admin)).body as AdminAudit;
    expect(items.filter(({ target }) => target?.id === questionId).map(({ action }) => action)).toEqual([
      'question-sound-removed',
      'question-sound-set',
    ]);
  });
});
