import { randomUUID } from 'node:crypto';
import { ExamListResponse, FIRST_HALF, MAX_LISTENS, type Survey } from '@ieum/api-contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { INTRODUCTION_KEYS, REVIEWED_QUESTIONS } from '../src/questions/reviewed-questions';
import { codeOf } from './support/consult-fixtures';
import { examOf, ExamSitter } from './support/exam-sitter';
import { spokenAnswer } from './support/spoken-answer';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';
import { TestRecorder } from './support/test-recorder';
import type { TestAnswer } from './support/test-requests';

const refusal = (answer: TestAnswer) => [answer.status, codeOf(answer)];
const OVER = [409, 'exams/over'];
const NOT_NOW = [409, 'exams/not-now'];
const SURVEY: Survey = { topics: ['music', 'home', 'parks'], level: 3 };

describe('an exam', () => {
  let api: TestApi;
  let student: TestUser;
  beforeAll(async () => {
    api = await startTestApi();
  });
  beforeEach(async () => {
    student = await learner();
  });
  afterAll(() => api.close());

  async function learner(survey = SURVEY): Promise<TestUser> {
    const user = await api.registerStudent();
    await api.put('/api/practice/survey', survey, user);
    return user;
  }

  const exam = (user = student, id: string = randomUUID(), node = api) => new ExamSitter(node, user, id);

  async function started(user = student) {
    const one = exam(user);
    examOf(await one.start());
    return one;
  }

  async function goOn(one: ExamSitter, from: number, to: number) {
    for (let at = from; at < to; at += 1) examOf(await one.next(at));
  }

  /** Its 40 minutes are over so many minutes ago. */
  const runOut = ({ id }: { id: string }, minutes = 1) =>
    api.query(
      `UPDATE exams SET started_at = started_at - $2 * interval '1 minute', ends_at = ends_at - $2 * interval '1 minute'
       WHERE id = $1`,
      [id, 40 + minutes],
    );

  const list = async (user = student, query = '') =>
    ExamListResponse.parse((await api.get(`/api/exams${query}`, user)).body);

  it('begins with the first question alone, and has 40 minutes', async () => {
    const one = exam();
    const begun = examOf(await one.start());
    expect(begun).toMatchObject({ id: one.id, level: 3, levelAfter: null, total: 15, position: 1, step: 'question' });
    expect(begun.questions.map(({ number, part, listens }) => [number, part, listens])).toEqual([[1, 'opening', 0]]);
    expect(Date.parse(begun.endsAt) - Date.parse(begun.startedAt)).toBe(40 * 60_000);
    expect(Math.abs(Date.parse(begun.startedAt) - Date.now())).toBeLessThan(60_000);
    expect(begun.finishedAt).toBeNull();
  });

  it('is one, whoever starts it twice and wherever', async () => {
    const another = await api.another();
    const id = randomUUID();
    const answers = await Promise.all([api, another, api, another].map((node) => exam(student, id, node).start()));
    const drawn = new Set(answers.map((answer) => examOf(answer).questions[0]?.question.id));
    expect(drawn.size).toBe(1);
    const others = await Promise.all([exam().start(), exam(student, randomUUID(), another).start()]);
    for (const other of others) expect(refusal(other)).toEqual([409, 'exams/another-open']);
    expect((await list()).items.map((item) => item.id)).toEqual([id]);
    await another.app.close();
    await another.dataSource.destroy();
  });

  it('is one of two that two tabs start at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => exam().start()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 201).map(refusal)).toEqual(
      Array.from({ length: 5 }, () => [409, 'exams/another-open']),
    );
  });

  it('wants to know first what somebody practises', async () => {
    const nobody = await api.registerStudent();
    expect(refusal(await exam(nobody).start())).toEqual([409, 'questions/no-survey']);
    expect(refusal(await api.post('/api/exams', { id: '1' }, nobody))).toEqual([400, 'request/invalid']);
  });

  it('goes forwards only, one question at a time, through the choice in the middle to the end', async () => {
    const one = await started();
    for (let at = 1; at <= FIRST_HALF; at += 1) {
      const now = examOf(await one.get());
      expect([now.position, now.questions.length, now.step]).toEqual([at, at, 'question']);
      expect(refusal(await one.next(at + 1))).toEqual(NOT_NOW);
      expect(refusal(await one.choose('harder'))).toEqual(NOT_NOW);
      examOf(await one.next(at));
    }
    const middle = examOf(await one.get());
    expect([middle.step, middle.position, middle.questions.length]).toEqual(['level', FIRST_HALF + 1, FIRST_HALF]);
    expect(refusal(await one.next(FIRST_HALF + 1))).toEqual(NOT_NOW);
    expect(refusal(await one.listen(FIRST_HALF + 1))).toEqual(NOT_NOW);
    const harder = examOf(await one.choose('harder'));
    expect([harder.step, harder.level, harder.levelAfter]).toEqual(['question', 3, 4]);
    expect(refusal(await one.choose('easier'))).toEqual(NOT_NOW);
    // Said again, as after an answer that was lost, it is the same.
    expect(examOf(await one.choose('harder'))).toMatchObject({ levelAfter: 4, position: FIRST_HALF + 1 });
    await goOn(one, FIRST_HALF + 1, 15);
    const end = examOf(await one.next(15));
    expect([end.step, end.position, end.questions.length]).toEqual(['over', 15, 15]);
    expect(new Set(end.questions.map(({ question }) => question.id)).size).toBe(15);
    const introductions = REVIEWED_QUESTIONS.filter(({ key }) => INTRODUCTION_KEYS.includes(key)).map(
      ({ text }) => text,
    );
    for (const { number, part, question } of end.questions) {
      const level = number <= FIRST_HALF ? 3 : 4;
      expect([question.minLevel <= level, question.maxLevel >= level]).toEqual([true, true]);
      expect(introductions.includes(question.text)).toBe(part === 'opening');
      if (part !== 'surprise' && part !== 'opening') expect(SURVEY.topics).toContain(question.topic);
    }
    // The last one said twice is said once; anything else comes too late.
    expect(examOf(await one.next(15)).finishedAt).toBe(end.finishedAt);
    expect(examOf(await one.finish()).finishedAt).toBe(end.finishedAt);
    expect(refusal(await one.next(3))).toEqual(OVER);
  });

  it.each([
    [1, 'easier', 1, 12],
    [2, 'harder', 3, 12],
    [6, 'harder', 6, 15],
    [5, 'similar', 5, 15],
  ] as const)(
    'of level %i that shall be %s goes on with level %i, and has %i questions',
    async (level, choice, after, total) => {
      const one = await started(await learner({ ...SURVEY, level }));
      await goOn(one, 1, FIRST_HALF + 1);
      const chosen = examOf(await one.choose(choice));
      expect([chosen.levelAfter, chosen.total]).toEqual([after, total]);
      await goOn(one, FIRST_HALF + 1, total);
      expect(examOf(await one.next(total)).questions).toHaveLength(total);
    },
  );

  it('goes on by one where two tabs say so at once, and draws its second half once', async () => {
    const one = await started();
    const answers = await Promise.all([one.next(1), one.next(1), one.next(1)]);
    expect(answers.map((answer) => examOf(answer).position)).toEqual([2, 2, 2]);
    await goOn(one, 2, FIRST_HALF + 1);
    const chosen = await Promise.all([one.choose('easier'), one.choose('harder'), one.choose('similar')]);
    expect(chosen.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(chosen.filter(({ status }) => status !== 200).map(refusal)).toEqual([NOT_NOW, NOT_NOW]);
    const [row] = await api.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM exam_questions WHERE exam_id = $1',
      [one.id],
    );
    expect(row?.count).toBe(15);
  });

  it('plays each question twice, in all tabs together', async () => {
    const one = await started();
    const listen = randomUUID();
    expect(examOf(await one.listen(1, listen)).questions[0]?.listens).toBe(1);
    expect(examOf(await one.listen(1, listen)).questions[0]?.listens).toBe(1);
    const more = await Promise.all(Array.from({ length: 4 }, () => one.listen(1)));
    expect(more.filter(({ status }) => status === 200)).toHaveLength(MAX_LISTENS - 1);
    expect(refusal(await one.listen(1))).toEqual([409, 'exams/no-listens-left']);
    expect(refusal(await one.listen(2))).toEqual(NOT_NOW);
    await goOn(one, 1, 2);
    expect(refusal(await one.listen(1))).toEqual(NOT_NOW);
    expect(examOf(await one.listen(2)).questions.map(({ listens }) => listens)).toEqual([2, 1]);
    expect(refusal(await one.listen(16))).toEqual([400, 'request/invalid']);
  });

  it('is over when its time is, whatever is asked of it then', async () => {
    const one = await started();
    await goOn(one, 1, 4);
    await runOut(one);
    expect(refusal(await one.next(4))).toEqual(OVER);
    expect(refusal(await one.next(1))).toEqual(OVER);
    expect(refusal(await one.listen(4))).toEqual(OVER);
    expect(refusal(await one.choose('similar'))).toEqual(OVER);
    const over = examOf(await one.get());
    expect([over.step, over.finishedAt, over.questions.length]).toEqual(['over', over.endsAt, 4]);
    expect(examOf(await one.finish()).finishedAt).toBe(over.endsAt);
    expect(examOf(await exam().start()).step).toBe('question');
  });

  it('that ran out of time at its last question, or at the choice, is over, too', async () => {
    const last = await started();
    await goOn(last, 1, FIRST_HALF + 1);
    await runOut(last);
    expect(refusal(await last.choose('harder'))).toEqual(OVER);
    const another = await started();
    await goOn(another, 1, FIRST_HALF + 1);
    await another.choose('similar');
    await goOn(another, FIRST_HALF + 1, 15);
    await runOut(another);
    expect(refusal(await another.next(15))).toEqual(OVER);
  });

  it('can be given up, and another one begun', async () => {
    const one = await started();
    expect(refusal(await exam().start())).toEqual([409, 'exams/another-open']);
    expect(examOf(await one.finish()).step).toBe('over');
    expect(refusal(await one.next(1))).toEqual(OVER);
    await started();
    expect((await list()).items.map(({ finishedAt }) => finishedAt === null)).toEqual([true, false]);
  });

  it('has the last take of each question, once it has arrived', async () => {
    const one = await started();
    const [first] = examOf(await one.get()).questions;
    const takes = [1, 2, 3].map(() => new TestRecorder(api, student, first?.question.id ?? ''));
    const answerOf = async () => {
      const [{ recordingId, awaited } = { recordingId: null, awaited: null }] = examOf(await one.get()).questions;
      return [recordingId, awaited];
    };
    for (const { id } of takes) examOf(await one.take(1, id));
    examOf(await one.take(1, takes[0]?.id ?? ''));
    expect(await answerOf()).toEqual([null, true]);
    await takes[1]?.record(spokenAnswer(1));
    await takes[0]?.record(spokenAnswer(1));
    expect(await answerOf()).toEqual([takes[1]?.id, false]);
    await goOn(one, 1, 2);
    await one.finish();
    // A device that was offline brings it later.
    await takes[2]?.record(spokenAnswer(1));
    expect(await answerOf()).toEqual([takes[2]?.id, false]);
    expect((await list()).items).toMatchObject([{ id: one.id, answered: 1, total: 15 }]);
    await api.delete(`/api/recordings/${takes[2]?.id}`, student);
    expect(await answerOf()).toEqual([takes[1]?.id, false]);
  });

  it('has no take of another person, another question, or a question that was not asked yet', async () => {
    const one = await started();
    const [first] = examOf(await one.get()).questions;
    const stranger = await api.registerStudent();
    const theirs = new TestRecorder(api, stranger, first?.question.id ?? '');
    await theirs.record(spokenAnswer(1));
    const [{ id: other } = { id: '' }] = await api.query<{ id: string }>('SELECT id FROM questions WHERE id <> $1', [
      first?.question.id,
    ]);
    const elsewhere = new TestRecorder(api, student, other);
    await elsewhere.record(spokenAnswer(1));
    for (const { id } of [theirs, elsewhere]) {
      expect(examOf(await one.take(1, id)).questions).toMatchObject([{ recordingId: null }]);
    }
    expect(refusal(await one.take(2, randomUUID()))).toEqual(NOT_NOW);
    expect((await list()).items).toMatchObject([{ answered: 0 }]);
  });

  it('is nobody else’s, and gone once it was deleted, while its takes stay', async () => {
    const one = await started();
    const [first] = examOf(await one.get()).questions;
    const take = new TestRecorder(api, student, first?.question.id ?? '');
    examOf(await one.take(1, take.id));
    await take.record(spokenAnswer(1));
    const stranger = await learner();
    const theirs = exam(stranger, one.id);
    const tries = [theirs.start(), theirs.get(), theirs.next(1), theirs.choose('similar'), theirs.listen(1)];
    const more = [theirs.take(1, take.id), theirs.finish(), theirs.delete()];
    for (const answer of await Promise.all([...tries, ...more])) {
      expect(refusal(answer)).toEqual([404, 'exams/not-found']);
    }
    expect(examOf(await one.get())).toMatchObject({ position: 1, step: 'question' });
    expect((await one.delete()).status).toBe(204);
    expect(refusal(await one.delete())).toEqual([404, 'exams/not-found']);
    expect(refusal(await one.get())).toEqual([404, 'exams/not-found']);
    expect((await take.get()).status).toBe(200);
  });

  it('opens with something new each time, and is listed newest first, a page at a time', async () => {
    const ids: string[] = [];
    const opened = new Set<string | undefined>();
    for (let round = 0; round < 3; round += 1) {
      const one = await started();
      opened.add(examOf(await one.finish()).questions[0]?.question.id);
      ids.push(one.id);
    }
    expect(opened.size).toBe(3);
    const first = await list(student, '?limit=2');
    const second = await list(student, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([...ids].reverse());
    expect(second.nextCursor).toBeNull();
    expect(refusal(await api.get('/api/exams?cursor=x', student))).toEqual([400, 'request/invalid']);
  });
});
