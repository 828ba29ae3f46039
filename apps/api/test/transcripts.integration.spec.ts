import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SpeechToText, Transcript, TranscriptResponse } from '@ieum/api-contract';
import type { Config } from '../src/config/config';
import { ObjectStore } from '../src/storage/object-store';
import { TranscriptionPolicy } from '../src/transcripts/transcription-limit';
import { codeOf } from './support/consult-fixtures';
import { SpeechServer } from './support/speech-server';
import { spokenAnswer } from './support/spoken-answer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { DONE, TestRecorder } from './support/test-recorder';

const SPOKEN = {
  text: 'I like hiking.',
  segments: [{ id: 0, start: 0, end: 2, text: ' I like hiking.', no_speech_prob: 0.02, avg_logprob: -0.2 }],
  words: [
    { word: 'I', start: 0.1, end: 0.2 },
    { word: 'like', start: 0.2, end: 0.5 },
    { word: 'hiking.', start: 0.5, end: 1.25 },
  ],
};
const NOTHING_HEARD = {
  text: '',
  segments: [{ id: 0, start: 0, end: 2, text: ' Thank you.', no_speech_prob: 0.95, avg_logprob: -1.4 }],
};

const serviceAt = (url: string): Partial<Config> => ({
  transcription: {
    provider: 'openai-compatible',
    url,
    apiKey: undefined,
    model: 'a/model',
    name: 'Speech Co.',
    external: true,
    timeoutMs: 5_000,
  },
});

const questionOf = async (api: TestApi) =>
  (await api.query<{ id: string }>('SELECT id FROM questions ORDER BY key LIMIT 1'))[0]?.id ?? '';

const pathOf = ({ id }: TestRecorder) => `/api/recordings/${id}/transcript`;

describe('the text of a recording', () => {
  let server: SpeechServer;
  let api: TestApi;
  let student: TestUser;
  let questionId: string;
  beforeAll(async () => {
    server = await SpeechServer.start();
    api = await startTestApi({ config: serviceAt(server.url) });
    questionId = await questionOf(api);
  });
  beforeEach(async () => {
    student = await api.registerStudent();
  });
  afterEach(() => {
    server.heard.length = 0;
  });
  afterAll(async () => {
    await api.close();
    await server.stop();
  });

  const record = async (done: Partial<typeof DONE> = {}) => {
    const take = new TestRecorder(api, student, questionId);
    const slices = spokenAnswer(2);
    await take.begin();
    for (const [index, slice] of slices.entries()) await take.send(index, slice);
    await api.post(`/api/recordings/${take.id}/complete`, { slices: 2, ...DONE, ...done }, student);
    return { take, sound: Buffer.concat(slices) };
  };
  const ask = async (take: TestRecorder) =>
    ((await api.post(pathOf(take), undefined, student)).body as TranscriptResponse).transcript;
  const get = async (take: TestRecorder) =>
    ((await api.get(pathOf(take), student)).body as TranscriptResponse).transcript;
  const settled = async (take: TestRecorder): Promise<Transcript | null> => {
    await api.until(async () => (await get(take))?.status !== 'waiting');
    return get(take);
  };

  it('is made when its learner asks, with the times of its words, once for who asks twice', async () => {
    const { take, sound } = await record();
    expect(await get(take)).toBeNull();
    server.says({ status: 200, body: SPOKEN });
    const [one, two] = await Promise.all([ask(take), ask(take)]);
    for (const answer of [one, two]) expect(['waiting', 'done']).toContain(answer?.status);
    expect(await settled(take)).toMatchObject({
      status: 'done',
      text: 'I like hiking.',
      words: [
        { text: 'I', startMs: 100, endMs: 200 },
        { text: 'like', startMs: 200, endMs: 500 },
        { text: 'hiking.', startMs: 500, endMs: 1250 },
      ],
    });
    expect((await ask(take))?.status).toBe('done');
    expect(server.heard).toHaveLength(1);
    expect(server.heard[0]?.file.body.equals(sound)).toBe(true);
  });

  it('says who hears the recording, before it is sent', async () => {
    const { body } = await api.get('/api/practice/speech-to-text', student);
    expect(body as SpeechToText).toEqual({ available: true, leavesServer: true, providerName: 'Speech Co.' });
  });

  it('is none where nobody spoke: silence is not even sent, and what is invented of it is not kept', async () => {
    const silent = await record({ voicedMs: 100 });
    await ask(silent.take);
    expect(await settled(silent.take)).toMatchObject({ status: 'no-speech', text: '', words: [] });
    expect(server.heard).toEqual([]);
    server.says({ status: 200, body: NOTHING_HEARD });
    const noise = await record();
    await ask(noise.take);
    expect(await settled(noise.take)).toMatchObject({ status: 'no-speech', text: '', words: [] });
  });

  it('is judged by the service where the browser could not measure how loud it was', async () => {
    server.says({ status: 200, body: SPOKEN });
    const { take } = await record({ voicedMs: 0, peaks: [] });
    await ask(take);
    expect(await settled(take)).toMatchObject({ status: 'done' });
  });

  it('says why it was not made, and can be asked for again', async () => {
    const { take } = await record();
    server.says({ status: 401, body: { error: 'no' } }, { status: 200, body: SPOKEN });
    await ask(take);
    expect(await settled(take)).toMatchObject({ status: 'failed', failure: 'refused', text: '' });
    expect((await ask(take))?.status).toBe('waiting');
    expect(await settled(take)).toMatchObject({ status: 'done', failure: null });
  });

  it('says so, too, where the sound is lost', async () => {
    const { take } = await record();
    await api.app.get(ObjectStore).delete([`recordings/${take.id}/audio`]);
    await ask(take);
    expect(await settled(take)).toMatchObject({ status: 'failed', failure: 'unavailable' });
  });

  it('is asked for so often within a day and no more, and what is there or under way costs nothing', async () => {
    const few = await startTestApi({
      config: serviceAt(server.url),
      overrides: [[TranscriptionPolicy, { asks: { burst: 2, perSecond: 1 / 86_400 } }]],
    });
    const user = await few.registerStudent();
    const takes = [];
    for (let n = 0; n < 3; n += 1) takes.push(new TestRecorder(few, user, await questionOf(few)));
    for (const take of takes) await take.record(spokenAnswer(1));
    const [one, two, three] = takes as [TestRecorder, TestRecorder, TestRecorder];
    const askAs = (take: TestRecorder, by = user) => few.post(pathOf(take), undefined, by);
    server.says({ status: 200, body: SPOKEN }, { status: 200, body: SPOKEN });
    for (const take of [one, one, two, two]) expect((await askAs(take)).status).toBe(202);
    const refused = await askAs(three);
    expect([refused.status, codeOf(refused)]).toEqual([429, 'transcripts/quota-reached']);
    await few.until(async () => server.heard.length === 2);
    await few.close();
  });

  it('is its learner’s alone, and of stored recordings', async () => {
    const { take } = await record();
    const stranger = await api.registerStudent();
    for (const answer of [await api.get(pathOf(take), stranger), await api.post(pathOf(take), undefined, stranger)]) {
      expect([answer.status, codeOf(answer)]).toEqual([404, 'recordings/not-found']);
    }
    const begun = new TestRecorder(api, student, questionId);
    await begun.begin();
    expect(codeOf(await api.post(pathOf(begun), undefined, student))).toBe('recordings/not-found');
  });

  it('goes with its recording, and so does the job, wherever it was', async () => {
    const { take } = await record();
    server.says('nothing');
    await ask(take);
    await api.until(async () => server.heard.length > 0);
    expect((await api.delete(`/api/recordings/${take.id}`, student)).status).toBe(204);
    expect(await api.query('SELECT 1 FROM transcripts WHERE recording_id = $1', [take.id])).toEqual([]);
    const jobs = () => api.query('SELECT 1 FROM pgboss.job WHERE singleton_key = $1', [take.id]);
    await api.until(async () => (await jobs()).length === 0);
  });
});

describe('without speech-to-text', () => {
  it('nothing is asked of anybody, and the page is told', async () => {
    const api = await startTestApi();
    const student = await api.registerStudent();
    const take = new TestRecorder(api, student, await questionOf(api));
    await take.record(spokenAnswer(1));
    expect((await api.get('/api/practice/speech-to-text', student)).body).toEqual({
      available: false,
      leavesServer: false,
      providerName: null,
    });
    const answer = await api.post(pathOf(take), undefined, student);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'transcripts/not-available']);
    await api.close();
  });
});
