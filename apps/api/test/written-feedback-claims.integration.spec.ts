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

describe('a request for written feedback', () => {
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
  const post = (id: string, what: string, user = mentor, sent?: unknown) => desk.post(user, id, what, sent);
  const save = (id: string, revision: number, change: object = {}, user = mentor) =>
    desk.save(user, id, revision, change);
  const letRunOut = (id: string) => desk.letRunOut(id);

  it('is claimed by exactly one of twenty mentors at once', async () => {
    const id = await asked();
    const mentors = await Promise.all(Array.from({ length: 20 }, () => api.registerMentor()));
    const answers = await Promise.all(mentors.map((each) => post(id, 'claim', each)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.map(refusal)).toEqual(Array.from({ length: 19 }, () => [409, 'written-feedback/already-claimed']));
    const winner = mentors[answers.findIndex(({ status }) => status === 200)] ?? mentor;
    const again = await claim(api, winner, id);
    expect(again).toMatchObject({ status: 'claimed', mine: true });
  });

  it('is extended three times by who holds it', async () => {
    const id = await asked();
    const { claimedUntil } = await claim(api, mentor, id);
    for (const left of [2, 1, 0]) expect(jobOf(await post(id, 'extend')).extensionsLeft).toBe(left);
    const until = (await job(id)).claimedUntil ?? '';
    expect(Date.parse(until) - Date.parse(claimedUntil ?? '')).toBe(45 * 60_000);
    expect(refusal(await post(id, 'extend'))).toEqual([409, 'written-feedback/no-extensions']);
    await letRunOut(id);
    expect(refusal(await post(id, 'extend'))).toEqual([409, 'written-feedback/claim-lost']);
  });

  it('is held three at a time by one mentor, however many they claim at once', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) {
      student = await api.registerStudent();
      ids.push(await asked());
    }
    const answers = await Promise.all(ids.map((id) => post(id, 'claim')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = answers.findIndex(({ status }) => status !== 200);
    expect(refusal(answers[refused] as TestAnswer)).toEqual([409, 'written-feedback/too-many-claims']);
    const held = ids[answers.findIndex(({ status }) => status === 200)] ?? '';
    expect(jobOf(await post(held, 'release'))).toMatchObject({ status: 'waiting', mine: false, practice: null });
    expect((await claim(api, mentor, ids[refused] ?? '')).mine).toBe(true);
  });

  it('loses no word of a mentor whose claim runs out', async () => {
    const id = await asked();
    await claim(api, mentor, id);
    body(await save(id, 1, { comment: 'half of it' }));
    await letRunOut(id);
    expect((await own(id)).status).toBe('waiting');
    expect(await job(id)).toMatchObject({ status: 'waiting', practice: null, draft: { comment: 'half of it' } });
    // What is typed just then is kept, too.
    body(await save(id, 2, { comment: 'half of it, and more' }));
    const again = await claim(api, mentor, id);
    expect(again).toMatchObject({ practice: { text: TEXT }, draft: { revision: 3, comment: 'half of it, and more' } });

    await letRunOut(id);
    const second = await api.registerMentor();
    expect((await claim(api, second, id)).draft).toEqual({ revision: 1, text: TEXT, comment: '', moments: [] });
    expect(refusal(await post(id, 'claim'))).toEqual([409, 'written-feedback/already-claimed']);
    expect(refusal(await post(id, 'answer', mentor, { revision: 3 }))).toEqual([409, 'written-feedback/claim-lost']);
    expect(refusal(await post(id, 'extend'))).toEqual([409, 'written-feedback/claim-lost']);
    body(await save(id, 3, { comment: 'all of it' }));
    await post(id, 'release', second);
    expect((await claim(api, mentor, id)).draft?.comment).toBe('all of it');
    expect(jobOf(await post(id, 'answer', mentor, { revision: 4 })).status).toBe('answered');
    expect((await own(id)).answer?.comment).toBe('all of it');
    expect(refusal(await save(id, 1, {}, second))).toEqual([404, 'written-feedback/not-found']);
  });

  it('leaves nothing of the student’s text with a mentor who has written nothing to it', async () => {
    const id = await asked();
    await claim(api, mentor, id);
    await letRunOut(id);
    expect(await job(id)).toMatchObject({ practice: null, draft: null });
    expect((await claim(api, mentor, id)).draft?.text).toBe(TEXT);
    expect(jobOf(await post(id, 'release'))).toMatchObject({ status: 'waiting', mine: false, draft: null });
    expect(refusal(await api.get(jobPath(id), mentor))).toEqual([404, 'written-feedback/not-found']);
    expect(await api.query('SELECT 1 FROM written_feedback_drafts WHERE written_feedback_id = $1', [id])).toEqual([]);
  });

  it('that was withdrawn with its script, or answered by another, leaves no draft with a mentor', async () => {
    const script = await writeScript(api, student);
    const id = await ask(api, student, script.id);
    await claim(api, mentor, id);
    body(await save(id, 1));
    await api.delete(`/api/scripts/${script.id}`, student);
    expect(await job(id)).toMatchObject({ status: 'withdrawn', draft: null });
    await api.post(`/api/scripts/${script.id}/restore`, undefined, student);
    expect((await job(id)).draft?.text).toBe(CORRECTED);
    await post(id, 'release');
    const second = await api.registerMentor();
    await claim(api, second, id);
    body(await save(id, 1, {}, second));
    jobOf(await post(id, 'answer', second, { revision: 2 }));
    expect(await job(id)).toMatchObject({ status: 'answered', mine: false, draft: null });
  });

  it('of a minor is over for a mentor whose approval is taken back', async () => {
    student = await api.registerStudent({ ageBand: '14-to-18' });
    const script = await writeScript(api, student);
    const take = new TestRecorder(api, student, script.question.id);
    await take.record(spokenAnswer(1));
    const id = await ask(api, student, script.id, { recordingIds: [take.id] });
    await claim(api, mentor, id);
    body(await save(id, 1));
    await api.query('UPDATE mentor_profiles SET approved_at = NULL, approval_changed_at = now() WHERE user_id = $1', [
      mentor.id,
    ]);
    expect(await job(id)).toMatchObject({ practice: null, draft: null });
    const heard = await api.get(jobPath(id, `/takes/${take.id}/audio`), mentor);
    for (const refused of [heard, await post(id, 'extend'), await post(id, 'answer', mentor, { revision: 2 })]) {
      expect(refusal(refused)).toEqual([409, 'written-feedback/claim-lost']);
    }
    expect((await own(id)).answer).toBeNull();
  });

  it('is answered with what was seen, or not at all, where the draft is saved at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      student = await api.registerStudent();
      const id = await asked();
      await claim(api, mentor, id);
      body(await save(id, 1, { comment: 'seen' }));
      const [saved, answer] = await Promise.all([
        save(id, 2, { comment: 'more' }),
        post(id, 'answer', mentor, { revision: 2 }),
      ]);
      expect([saved.status, answer.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
      if (saved.status === 200) {
        expect(refusal(answer)).toEqual([409, 'written-feedback/stale-revision']);
        expect((await job(id)).draft).toMatchObject({ revision: 3, comment: 'more' });
      } else {
        expect(refusal(saved)).toEqual([409, 'written-feedback/not-open']);
        expect((await own(id)).answer?.comment).toBe('seen');
      }
      await post(id, 'release');
    }
  });

  it('is answered after the claim ran out, as long as nobody else has it', async () => {
    const id = await asked();
    await claim(api, mentor, id);
    body(await save(id, 1));
    await letRunOut(id);
    expect(jobOf(await post(id, 'answer', mentor, { revision: 2 })).status).toBe('answered');
    expect((await own(id)).answer?.text).toBe(CORRECTED);
  });

  it('has one answer: an answer and another’s claim at the same moment never both win', async () => {
    for (let round = 0; round < 10; round += 1) {
      student = await api.registerStudent();
      const id = await asked();
      await claim(api, mentor, id);
      body(await save(id, 1));
      await letRunOut(id);
      const second = await api.registerMentor();
      const [answer, taken] = await Promise.all([
        post(id, 'answer', mentor, { revision: 2 }),
        post(id, 'claim', second),
      ]);
      expect([answer.status, taken.status].filter((status) => status === 200)).toHaveLength(1);
      expect((await own(id)).status).toBe(answer.status === 200 ? 'answered' : 'claimed');
      await post(id, 'release', second);
    }
  });

  it('is not claimed again and again by one mentor', async () => {
    const id = await asked();
    const refused = [];
    for (let n = 0; n < 40 && refused.length === 0; n += 1) {
      const answer = await post(id, 'claim');
      if (answer.status === 200) await post(id, 'release');
      else refused.push(refusal(answer));
    }
    expect(refused).toEqual([[429, 'request/rate-limited']]);
    expect((await claim(api, await api.registerMentor(), id)).mine).toBe(true);
  });

  it('is not answered with nothing', async () => {
    const id = await asked();
    await claim(api, mentor, id);
    expect(refusal(await post(id, 'answer', mentor, { revision: 1 }))).toEqual([409, 'written-feedback/empty']);
    body(await save(id, 1, { text: TEXT, comment: ' \n ' }));
    expect(refusal(await post(id, 'answer', mentor, { revision: 2 }))).toEqual([409, 'written-feedback/empty']);
  });

  it('lets a mentor hear the takes only while the claim holds, and only those', async () => {
    const script = await writeScript(api, student);
    const [chosen, other] = [script, script].map(({ question }) => new TestRecorder(api, student, question.id));
    if (!chosen || !other) throw new Error('There are two takes.');
    const slices = spokenAnswer(2);
    await chosen.record(slices);
    await other.record(spokenAnswer(1));
    const id = await ask(api, student, script.id, { recordingIds: [chosen.id] });
    const hear = (recordingId: string, user = mentor, headers: Record<string, string> = {}) =>
      fetch(`${api.url}${jobPath(id, `/takes/${recordingId}/audio`)}`, {
        headers: { authorization: `Bearer ${user.accessToken}`, ...headers },
      });
    expect((await hear(chosen.id)).status).toBe(404);
    await claim(api, mentor, id);
    const heard = await hear(chosen.id);
    expect(Buffer.from(await heard.arrayBuffer()).equals(Buffer.concat(slices))).toBe(true);
    const part = await hear(chosen.id, mentor, { range: 'bytes=2-5' });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 4]);
    expect((await hear(other.id)).status).toBe(404);
    expect((await hear(chosen.id, await api.registerMentor())).status).toBe(404);
    await letRunOut(id);
    expect((await hear(chosen.id)).status).toBe(409);
  });
});
