import { randomUUID } from 'node:crypto';
import { PracticeProgressResponse, type TranscriptWord } from '@ieum/api-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { firstDayOf } from '../src/practice-progress/local-days';
import { codeOf } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Words of 200 ms each, so far apart. */
const spoken = (words: number, gapMs: number): TranscriptWord[] =>
  Array.from({ length: words }, (_, n) => ({
    text: 'word',
    startMs: 1000 + n * (200 + gapMs),
    endMs: 1200 + n * (200 + gapMs),
  }));

const utcDay = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);

describe('the progress of practice', () => {
  let api: TestApi;
  let student: TestUser;
  let questions: { id: string; text: string }[];
  beforeAll(async () => {
    api = await startTestApi();
    questions = await api.query('SELECT id, text FROM questions ORDER BY key LIMIT 3');
  });
  beforeEach(async () => {
    student = await api.registerStudent();
  });
  afterAll(() => api.close());

  const ask = (query: string, user: TestUser | undefined = student) => api.get(`/api/practice/progress?${query}`, user);
  const progress = async (query = 'timeZone=UTC') => {
    const answer = await ask(query);
    expect([query, answer.status]).toEqual([query, 200]);
    return PracticeProgressResponse.parse(answer.body);
  };
  /** A take of 60 seconds, with what speech-to-text made of it. */
  const take = async (at: string, made?: { words?: TranscriptWord[]; text?: string }, question = 0, user = student) => {
    const questionId = questions[question]?.id;
    const [script] = await api.query<{ id: string }>(
      `INSERT INTO scripts (user_id, question_id) VALUES ($1, $2)
       ON CONFLICT (user_id, question_id) WHERE deleted_at IS NULL DO UPDATE SET updated_at = now() RETURNING id`,
      [user.id, questionId],
    );
    const id = randomUUID();
    await api.query(
      `INSERT INTO recordings (id, user_id, script_id, question_id, status, content_type, bytes, duration_ms, voiced_ms,
         sha256, stored_at, created_at)
       VALUES ($1, $2, $3, $4, 'stored', 'audio/webm', 9, 60000, 50000, '', now(), $5)`,
      [id, user.id, script?.id, questionId, at],
    );
    if (made) {
      await api.query(`INSERT INTO transcripts (recording_id, status, words, text) VALUES ($1, 'done', $2, $3)`, [
        id,
        JSON.stringify(made.words ?? []),
        made.text ?? '',
      ]);
    }
    return { id, scriptId: script?.id ?? '' };
  };

  it('is empty for who has not practised, and tells of which days it speaks', async () => {
    const { from, today, days, scripts } = await progress('timeZone=UTC&weeks=4');
    expect([days, scripts]).toEqual([[], []]);
    expect(from).toBe(firstDayOf(4, today));
  });

  it('has the days of the learner’s own calendar', async () => {
    await take(`${utcDay(3)}T14:59:59Z`);
    await take(`${utcDay(3)}T15:00:00Z`);
    const daysIn = async (timeZone: string) =>
      (await progress(`timeZone=${encodeURIComponent(timeZone)}`)).days.map(({ day, takes }) => [day, takes]);
    expect(await daysIn('UTC')).toEqual([[utcDay(3), 2]]);
    expect(await daysIn('Asia/Seoul')).toEqual([
      [utcDay(3), 1],
      [utcDay(2), 1],
    ]);
    for (const wrong of ['Asia/Nowhere', '+09:00', '', "UTC'; DROP TABLE users; --", 'x'.repeat(65)]) {
      const answer = await ask(`timeZone=${encodeURIComponent(wrong)}`);
      expect([wrong, answer.status, codeOf(answer)]).toEqual([wrong, 400, 'request/invalid']);
    }
    expect(codeOf(await ask('weeks=4'))).toBe('request/invalid');
    expect(codeOf(await ask('weeks=53&timeZone=UTC'))).toBe('request/invalid');
  });

  it('begins on the Monday of the first week', async () => {
    const { from } = await progress('timeZone=Asia/Seoul&weeks=2');
    await take(new Date(Date.parse(`${from}T00:00:00+09:00`) - 1).toISOString());
    await take(`${from}T00:00:00+09:00`);
    expect((await progress('timeZone=Asia/Seoul&weeks=2')).days).toMatchObject([{ day: from, takes: 1 }]);
  });

  it('has pace and pauses where it is known when words were said, and pace alone where only text is there', async () => {
    await take(`${utcDay(5)}T10:00:00Z`, { words: spoken(31, 300) });
    await take(`${utcDay(4)}T10:00:00Z`, { words: spoken(31, 299) });
    await take(`${utcDay(3)}T10:00:00Z`, { text: `${'word '.repeat(90)}\n` });
    await take(`${utcDay(2)}T10:00:00Z`, { words: spoken(9, 1000) });
    await take(`${utcDay(1)}T10:00:00Z`);
    expect((await progress()).days.map(({ wordsPerMinute, pauses }) => [wordsPerMinute, pauses])).toEqual([
      [122.4, { perMinute: 118.4, longestMs: 300 }],
      [expect.any(Number), { perMinute: 0, longestMs: 0 }],
      [90, null],
      [null, null],
      [null, null],
    ]);
  });

  it('counts no pause where words overlap', async () => {
    const long = { text: 'well', startMs: 0, endMs: 8000 };
    await take(`${utcDay(1)}T10:00:00Z`, { words: [long, ...spoken(12, 400)] });
    expect((await progress()).days).toMatchObject([{ pauses: { perMinute: 0, longestMs: 0 } }]);
  });

  it('compares the first and the latest take of a script, and none of one that was deleted', async () => {
    await take(`${utcDay(9)}T10:00:00Z`, { text: 'word '.repeat(60) });
    await take(`${utcDay(8)}T10:00:00Z`, { text: 'word '.repeat(70) });
    await take(`${utcDay(7)}T10:00:00Z`, { text: 'word '.repeat(80) });
    await take(`${utcDay(6)}T10:00:00Z`, { text: 'word '.repeat(80) }, 1);
    const { scriptId } = await take(`${utcDay(5)}T10:00:00Z`, { text: 'word '.repeat(80) }, 2);
    await take(`${utcDay(4)}T10:00:00Z`, { text: 'word '.repeat(80) }, 2);
    await api.delete(`/api/scripts/${scriptId}`, student);
    const { scripts, days } = await progress();
    expect(scripts).toEqual([
      {
        questionId: questions[0]?.id,
        question: questions[0]?.text,
        takes: 3,
        first: { day: utcDay(9), wordsPerMinute: 60 },
        latest: { day: utcDay(7), wordsPerMinute: 80 },
      },
    ]);
    expect(days).toHaveLength(4);
  });

  it('is nobody else’s', async () => {
    const stranger = await api.registerStudent();
    await take(`${utcDay(1)}T10:00:00Z`, { text: 'word '.repeat(60) }, 0, stranger);
    expect((await progress()).days).toEqual([]);
    const nobody = await api.get('/api/practice/progress?timeZone=UTC');
    expect([nobody.status, codeOf(nobody)]).toEqual([401, 'auth/unauthenticated']);
  });

  it('is not looked at without end', async () => {
    const user = await api.registerStudent();
    const looks = await Promise.all(Array.from({ length: 60 }, () => ask('timeZone=UTC', user)));
    const refused = looks.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(codeOf))).toEqual(new Set(['request/rate-limited']));
  });
});
