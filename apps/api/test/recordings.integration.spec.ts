import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordingResponse } from '@ieum/api-contract';
import { RecordingPolicy, DefaultRecordingPolicy } from '../src/recordings/recording-policy';
import { ObjectStore } from '../src/storage/object-store';
import { contentDigest, HEADS, spokenAnswer } from './support/spoken-answer';
import { DONE, TestRecorder } from './support/test-recorder';
import { codeOf } from './support/consult-fixtures';
import { MANY, startTestApi, type TestApi, type TestUser } from './support/test-api';
import type { TestAnswer } from './support/test-requests';

const refusal = (answer: TestAnswer) => [answer.status, codeOf(answer)];
const slicesOf = (answer: TestAnswer) => (answer.body as RecordingResponse).slices;

describe('a spoken answer', () => {
  let api: TestApi;
  let student: TestUser;
  let questionId: string;
  beforeAll(async () => {
    const policy = new DefaultRecordingPolicy();
    const many: RecordingPolicy = { ...policy, perDay: 1000, writes: MANY, reads: MANY };
    api = await startTestApi({ overrides: [[RecordingPolicy, many]] });
    student = await api.registerStudent();
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions LIMIT 1');
    questionId = question?.id ?? '';
  });
  afterAll(() => api.close());

  const recorder = (user = student) => new TestRecorder(api, user, questionId);
  const kept = async (id: string) => {
    const keys: string[] = [];
    for await (const key of api.app.get(ObjectStore).list(`recordings/${id}/`)) keys.push(key);
    return keys;
  };

  it('arrives slice by slice, is put together, and comes back byte for byte, whole or in parts', async () => {
    const take = recorder();
    const slices = spokenAnswer(4);
    await take.record(slices);
    const whole = Buffer.concat(slices);
    const { recording } = (await take.get()).body as RecordingResponse;
    expect(recording).toMatchObject({
      status: 'stored',
      bytes: whole.length,
      durationMs: 15_000,
      voicedMs: 12_000,
      peaks: [0, 0.5, 1],
    });
    const all = await take.audio();
    expect([all.status, all.headers.get('content-type'), all.headers.get('cache-control')]).toEqual([
      200,
      'audio/webm',
      'private, no-store',
    ]);
    expect(all.bytes.equals(whole)).toBe(true);
    const part = await take.audio({ range: 'bytes=100-299' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-299/${whole.length}`]);
    expect(part.bytes.equals(whole.subarray(100, 300))).toBe(true);
    const outside = await take.audio({ range: `bytes=${whole.length}-` });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    expect(JSON.parse(outside.bytes.toString())).toMatchObject({ error: { code: 'recordings/range-outside' } });
    for (const { headers } of [all, part]) expect(headers.get('repr-digest')).toBe(contentDigest(whole));
    // Its slices stay for as long as a backup may take that has read its row before.
    expect(await kept(take.id)).toHaveLength(5);
    await api.query(`UPDATE recordings SET stored_at = now() - interval '61 minutes' WHERE id = $1`, [take.id]);
    await api.until(async () => (await kept(take.id)).join() === `recordings/${take.id}/audio`);
    expect(slicesOf(await take.get())).toEqual([]);
  });

  it('goes on where it stopped: what is there is told, and sent again is kept once', async () => {
    const take = recorder();
    const slices = spokenAnswer(3);
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = slices;
    await take.begin();
    await take.send(0, first);
    expect(slicesOf(await take.begin())).toEqual([0]);
    expect(await Promise.all([take.send(0, first), take.send(1, second), take.send(1, second)])).toMatchObject([
      { status: 204 },
      { status: 204 },
      { status: 204 },
    ]);
    expect(slicesOf(await take.get())).toEqual([0, 1]);
    expect(refusal(await take.send(1, randomBytes(100)))).toEqual([409, 'recordings/slice-conflict']);
    expect(refusal(await take.send(3, randomBytes(100)))).toEqual([409, 'recordings/incomplete']);
    expect(refusal(await take.complete(3))).toEqual([409, 'recordings/incomplete']);
    const [one, two] = await Promise.all([take.complete(2), take.complete(2)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect((await take.audio()).bytes.equals(Buffer.concat([first, second]))).toBe(true);
    expect(refusal(await take.send(2, randomBytes(100)))).toEqual([409, 'recordings/slice-conflict']);
  });

  it.each(['audio/webm', 'audio/ogg', 'audio/mp4'] as const)('may be %s', async (type) => {
    const take = recorder();
    await take.begin(type);
    expect((await take.send(0, HEADS[type])).status).toBe(204);
    expect((await take.complete(1)).status).toBe(200);
    expect((await take.audio()).headers.get('content-type')).toBe(type);
  });

  it('is refused, and nothing of it kept, when it is not what it says', async () => {
    const take = recorder();
    await take.begin();
    const [slice = Buffer.alloc(0)] = spokenAnswer(1);
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    expect(refusal(await take.send(0, page))).toEqual([415, 'recordings/wrong-type']);
    expect(refusal(await take.send(0, HEADS['audio/ogg']))).toEqual([415, 'recordings/wrong-type']);
    expect(refusal(await take.send(0, Buffer.alloc(0)))).toEqual([415, 'recordings/wrong-type']);
    expect(refusal(await take.send(0, slice, { 'content-type': 'application/json' }))[0]).toBe(400);
    expect((await take.send(0, slice, { 'content-type': 'audio/webm' })).status).toBe(400);
    for (const digest of ['', 'sha-256=:AAAA:', contentDigest(page)]) {
      expect(refusal(await take.send(0, slice, { 'content-digest': digest }))).toEqual([
        400,
        'recordings/digest-mismatch',
      ]);
    }
    expect(refusal(await take.send(0, Buffer.concat([slice, randomBytes(4 * 1024 * 1024)])))).toEqual([
      413,
      'request/too-large',
    ]);
    expect(refusal(await take.complete(1))).toEqual([409, 'recordings/incomplete']);
    expect(await kept(take.id)).toEqual([]);
    expect((await take.audio()).status).toBe(404);
  });

  it('is nobody else’s', async () => {
    const take = recorder();
    const [slice = Buffer.alloc(0)] = spokenAnswer(1);
    await take.record([slice]);
    const stranger = await api.registerStudent();
    const theirs = `/api/recordings/${take.id}`;
    const answers = [
      await api.get(theirs, stranger),
      await api.get(`${theirs}/audio`, stranger),
      await api.delete(theirs, stranger),
      await api.post(`${theirs}/complete`, { slices: 1, ...DONE }, stranger),
      await take.send(0, slice, {}, stranger),
    ];
    for (const answer of answers) expect(refusal(answer)).toEqual([404, 'recordings/not-found']);
    // Its id, taken, begins nothing and tells nothing.
    const begun = await api.post('/api/recordings', { id: take.id, questionId, contentType: 'audio/webm' }, stranger);
    expect(refusal(begun)).toEqual([404, 'recordings/not-found']);
    expect((await api.get('/api/scripts', stranger)).body).toEqual({ items: [], nextCursor: null });
    expect((await api.get(`/api/recordings?questionId=${questionId}`, stranger)).body).toEqual({ recordings: [] });
    expect((await take.audio()).bytes.equals(slice)).toBe(true);
  });

  it('is deleted with its sound, and so is an account’s', async () => {
    const leaver = await api.registerStudent();
    const [one, two, three] = [recorder(leaver), recorder(leaver), recorder(leaver)];
    await one.record(spokenAnswer(2));
    await two.record(spokenAnswer(2));
    await three.begin();
    await three.send(0, spokenAnswer(1)[0] ?? Buffer.alloc(0));
    expect((await api.delete(`/api/recordings/${one.id}`, leaver)).status).toBe(204);
    expect(await kept(one.id)).toEqual([]);
    expect(refusal(await one.get())).toEqual([404, 'recordings/not-found']);
    // A page that has not heard of it does not bring it back.
    expect(refusal(await one.begin())).toEqual([404, 'recordings/not-found']);
    expect((await api.post('/api/users/me/erase', { password: leaver.password }, leaver)).status).toBe(204);
    await api.until(async () => [...(await kept(two.id)), ...(await kept(three.id))].length === 0);
    expect(await api.query('SELECT 1 FROM recordings WHERE user_id = $1', [leaver.id])).toEqual([]);
  });

  it('is listed with the other takes of its question, the newest first', async () => {
    const learner = await api.registerStudent();
    const [one, two] = [recorder(learner), recorder(learner)];
    await one.record(spokenAnswer(1));
    await two.begin();
    const { body } = await api.get(`/api/recordings?questionId=${questionId}`, learner);
    expect(body).toMatchObject({
      recordings: [
        { id: two.id, status: 'uploading' },
        { id: one.id, status: 'stored' },
      ],
    });
    expect((await api.get(`/api/recordings?questionId=${randomUUID()}`, learner)).body).toEqual({ recordings: [] });
  });

  it('answers a question that there is', async () => {
    const request = { id: randomUUID(), questionId: randomUUID(), contentType: 'audio/webm' };
    expect(refusal(await api.post('/api/recordings', request, student))).toEqual([404, 'questions/not-found']);
    for (const wrong of [{ id: 'x' }, { contentType: 'video/webm' }, { contentType: 'text/html' }]) {
      expect(refusal(await api.post('/api/recordings', { ...request, questionId, ...wrong }, student))).toEqual([
        400,
        'request/invalid',
      ]);
    }
  });
});

describe('how much one may record', () => {
  it('is bounded by number and size within a day, and in all', async () => {
    const policy: RecordingPolicy = { perDay: 3, bytesPerDay: 100_000, bytesInAll: 120_000, writes: MANY, reads: MANY };
    const api = await startTestApi({ overrides: [[RecordingPolicy, policy]] });
    const user = await api.registerStudent();
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions LIMIT 1');
    const takes = Array.from({ length: 4 }, () => new TestRecorder(api, user, question?.id ?? ''));
    const [one, two, three, four] = takes as [TestRecorder, TestRecorder, TestRecorder, TestRecorder];
    await one.record(spokenAnswer(2, 40_000));
    await two.begin();
    const [slice = Buffer.alloc(0)] = spokenAnswer(1, 40_000);
    expect(refusal(await two.send(0, slice))).toEqual([429, 'recordings/quota-reached']);
    await api.query(`UPDATE recordings SET created_at = now() - interval '25 hours'`);
    await three.begin();
    expect(refusal(await three.send(0, Buffer.concat([slice, slice])))).toEqual([409, 'recordings/no-room']);
    expect((await three.send(0, slice.subarray(0, 30_000))).status).toBe(204);
    await four.begin();
    expect((await new TestRecorder(api, user, question?.id ?? '').begin()).status).toBe(201);
    expect(refusal(await new TestRecorder(api, user, question?.id ?? '').begin())).toEqual([
      429,
      'recordings/quota-reached',
    ]);
    await api.close();
  });

  it('is bounded for who begins, or sends, many at once', async () => {
    const policy: RecordingPolicy = { perDay: 4, bytesPerDay: 100_000, bytesInAll: 100_000, writes: MANY, reads: MANY };
    const api = await startTestApi({ overrides: [[RecordingPolicy, policy]] });
    const user = await api.registerStudent();
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions LIMIT 1');
    const takes = Array.from({ length: 12 }, () => new TestRecorder(api, user, question?.id ?? ''));
    const begun = await Promise.all(takes.map((take) => take.begin()));
    expect(begun.filter(({ status }) => status === 201)).toHaveLength(4);
    const open = takes.filter((_, index) => begun[index]?.status === 201);
    const [slice = Buffer.alloc(0)] = spokenAnswer(1, 40_000);
    const sent = await Promise.all(open.map((take) => take.send(0, slice)));
    expect(sent.map(({ status }) => status).sort()).toEqual([204, 204, 429, 429]);
    const keys: string[] = [];
    for await (const key of api.app.get(ObjectStore).list('recordings/')) keys.push(key);
    expect(keys).toHaveLength(2);
    await api.close();
  });

  it('is at most 50 MiB each', async () => {
    const api = await startTestApi({
      overrides: [[RecordingPolicy, { ...new DefaultRecordingPolicy(), writes: MANY }]],
    });
    const user = await api.registerStudent();
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions LIMIT 1');
    const take = new TestRecorder(api, user, question?.id ?? '');
    const slices = spokenAnswer(13, 4_000_000);
    await take.begin();
    for (const [index, slice] of slices.entries()) expect((await take.send(index, slice)).status).toBe(204);
    expect(refusal(await take.send(13, randomBytes(4_000_000)))).toEqual([413, 'recordings/too-large']);
    await api.close();
  });
});
