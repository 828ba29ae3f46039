import { randomUUID } from 'node:crypto';
import type { FeedbackResponse, VolunteerHours } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../src/database/data-source';
import { codeOf, createConsult, live, matched } from './support/consult-fixtures';
import { plantPerson } from './support/planted-person';
import { makeFolder, Product } from './support/product';
import { TestSocket } from './support/socket-client';
import { makeDatabase } from './support/template-database';
import { TestAccounts, type TestUser } from './support/test-accounts';
import { startTestApi, type TestApi } from './support/test-api';

const erase = (api: TestAccounts, user: TestUser, password = user.password) =>
  api.post('/api/users/me/erase', { password }, user);

/** Everything in every table, as text; what is kept as bytes too. */
async function dump(api: TestAccounts): Promise<string> {
  const tables = await api.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    for (const { line } of await api.query<{ line: string }>(`SELECT to_jsonb(t)::text AS line FROM "${name}" t`)) {
      texts.push(
        line,
        ...[...line.matchAll(/\\\\x([0-9a-f]+)/gu)].map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1')),
      );
    }
  }
  return texts.join('\n');
}

const found = (planted: ReadonlyMap<string, string>, text: string) =>
  [...planted].filter(([, word]) => text.includes(word.slice(0, 18))).map(([where]) => where);

describe('what is kept about one person', () => {
  it('is exported whole, and after its erasure stands in no table and no log', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const product = Product.start(folder.path, { env: { LOG_LEVEL: 'trace', DATABASE_URL: database.url } });
    const dataSource = await openDatabase(database.url);
    const api = new TestAccounts((await product.ready()).url, dataSource);
    const { person, mine, given, passing, helped, drafted, asked } = await plantPerson(api);
    const theirs = new Map([...mine, ...passing]);
    expect(theirs.size).toBeGreaterThanOrEqual(30);
    expect(found(theirs, await dump(api))).toEqual([...theirs.keys()]);

    const answer = await api.get('/api/users/me/export', person);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="ieum-export.json"',
    ]);
    const text = JSON.stringify(answer.body);
    expect(answer.body).toMatchObject({
      survey: { topics: ['music', 'weather'], level: 4 },
      consults: expect.arrayContaining([
        expect.objectContaining({
          kind: 'speaking',
          carriedPractice: { scriptId: expect.any(String), shownBefore: true, recordingIds: [expect.any(String)] },
        }),
      ]),
      seenQuestions: [{ key: expect.stringMatching(/^music-/u), seenAt: expect.any(String) }],
    });
    const times = (word: string) => text.split(word.slice(0, 18)).length - 1;
    expect([...mine, ...given].map(([where, word]) => [where, times(word)]).filter(([, n]) => n !== 1)).toEqual([]);
    for (const other of [helped.student, drafted.student]) {
      expect([text.includes(other.email), text.includes('somebody else asks')]).toEqual([false, false]);
    }

    expect((await erase(api, person, 'wrong-password')).status).toBe(401);
    expect((await erase(api, person)).status).toBe(204);
    expect((await api.get('/api/users/me/export', person)).status).toBe(401);
    const left = await dump(api);
    expect(found(theirs, left)).toEqual([]);
    expect([left.includes(person.email), left.includes(person.id), left.includes(person.nickname)]).toEqual([
      false,
      false,
      false,
    ]);
    // What they gave to somebody is that student's; what somebody did for them keeps its time.
    expect(found(given, left)).toEqual([...given.keys()]);
    const feedback = await api.get(`${helped.path}/feedback`, helped.student);
    expect((feedback.body as FeedbackResponse).feedback.summary).toContain('canary');
    expect((await api.get(helped.path, helped.student)).body).toMatchObject({ consult: { mentor: null } });
    expect(codeOf(await api.get(`${drafted.path}/feedback`, drafted.student))).toBe('feedback/not-ready');
    const hours = (await api.get('/api/mentors/me/hours', asked.mentor)).body as VolunteerHours;
    expect(hours.consults).toBe(1);
    expect(codeOf(await api.get(asked.path, asked.mentor))).toBe('consults/not-found');

    await dataSource.destroy();
    expect(await product.stop()).toBe(0);
    await database.drop();
    await folder.remove();
    expect(product.said).toContain('An account was erased.');
    expect(found(new Map([...theirs, ...given]), product.said)).toEqual([]);
  });
});

/** Whether somebody's export has what is in a table, or why not. A new table has to be added here. */
const EXPORTED: Readonly<Record<string, true | string>> = {
  users: true,
  mentor_profiles: true,
  sessions: true,
  consults: true,
  room_visits: true,
  feedbacks: true,
  documents: true,
  document_updates: true,
  practice_cards: true,
  kept_hours: true,
  surveys: true,
  seen_questions: true,
  scripts: true,
  script_versions: true,
  recordings: true,
  transcripts: true,
  consult_practice: true,
  consult_takes: true,
  exams: true,
  exam_questions: true,
  written_feedbacks: true,
  written_feedback_takes: true,
  written_feedback_drafts: true,
  recording_slices: 'parts of a recording, for as long as it arrives',
  doomed_objects: 'what is being deleted',
  refresh_tokens: 'hashes of secrets',
  erasures: 'goes with its user within seconds',
  erased_sessions: 'of nobody any more',
  call_reports: 'figures of a line, gone with the consult or after 30 days',
  admin_audit: 'of who looked; of whom they looked at, the id alone',
  questions: 'everybody’s',
  question_sounds: 'everybody’s',
  migrations: 'the tables’ own',
};

describe('an export', () => {
  it('has every script of somebody with very many, the oldest first', async () => {
    const api = await startTestApi();
    const writer = await api.registerStudent();
    await api.query(
      `INSERT INTO scripts (user_id, question_id, text, deleted_at, created_at)
       SELECT $1, (SELECT id FROM questions LIMIT 1), 'script ' || n, now(), now() - interval '1 day' + interval '1 ms' * (n / 2)
       FROM generate_series(1, 2100) n`,
      [writer.id],
    );
    const { scripts } = (await api.get('/api/users/me/export', writer)).body as { scripts: { text: string }[] };
    expect([scripts.length, new Set(scripts.map(({ text }) => text)).size]).toEqual([2100, 2100]);
    expect([scripts[0]?.text, scripts.at(-1)?.text]).toEqual(['script 1', 'script 2100']);
    await api.close();
  });
});

describe('erasing an account', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it.each(['student', 'mentor'] as const)('of the %s of a live consult ends it, and tells the other', async (role) => {
    const room = await live(api);
    const [leaver, leaving, staying] =
      role === 'student'
        ? [room.student, room.studentSocket, room.mentorSocket]
        : [room.mentor, room.mentorSocket, room.studentSocket];
    const other = await TestSocket.connect(api.url, leaver.accessToken);
    const gone = Promise.all([leaving.closed(), other.closed()]);
    const started = performance.now();
    expect((await erase(api, leaver)).status).toBe(204);
    await gone;
    expect((await leaving.next('session:ended')).code).toBe('auth/session-ended');
    const { consult } = await staying.next('consult:changed', (push) => push.consult.status === 'ended');
    expect(performance.now() - started).toBeLessThan(2000);
    expect(consult.id).toBe(room.id);
    expect(staying.socket.connected).toBe(true);
    staying.close();
  });

  it('cancels a request that waits: mentors see it go', async () => {
    const student = await api.registerStudent();
    const watcher = await TestSocket.connect(api.url, (await api.registerMentor()).accessToken);
    await watcher.ask('list:subscribe', {});
    const { id } = await createConsult(api, student);
    await watcher.next('list:changed', ({ added }) => added.some((card) => card.id === id));
    expect((await erase(api, student)).status).toBe(204);
    await watcher.next('list:changed', ({ removed }) => removed.some((each) => each.id === id));
    watcher.close();
  });

  it('cancels a consult in which nobody has met yet', async () => {
    const { student, mentor } = await matched(api);
    const socket = await TestSocket.connect(api.url, student.accessToken);
    expect((await erase(api, mentor)).status).toBe(204);
    await socket.next('consult:changed', ({ consult }) => consult.status === 'cancelled');
    socket.close();
  });

  it('twice, and twice at once, is erasing it once', async () => {
    const user = await api.registerStudent();
    const answers = await Promise.all([erase(api, user), erase(api, user), erase(api, user)]);
    for (const { status } of answers) expect([204, 401]).toContain(status);
    expect(answers.map(({ status }) => status)).toContain(204);
    expect((await erase(api, user)).status).toBe(401);
    expect((await api.post('/api/auth/refresh', undefined, undefined, { cookie: user.cookie })).status).toBe(401);
    expect((await api.post('/api/auth/login', user)).status).toBe(401);
  });

  it('of both members of a room at the same moment goes well', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { student, mentor, studentSocket, mentorSocket } = await live(api);
      const answers = await Promise.all([erase(api, student), erase(api, mentor)]);
      expect(answers.map(({ status }) => status)).toEqual([204, 204]);
      studentSocket.close();
      mentorSocket.close();
    }
  });

  it('while it asks for help leaves no request behind', async () => {
    for (let round = 0; round < 20; round += 1) {
      const user = await api.registerStudent();
      const request = {
        requestId: randomUUID(),
        kind: 'tutoring',
        topic: 'math',
        message: '도와주세요',
        language: 'ko',
      };
      const [erased] = await Promise.all([erase(api, user), api.post('/api/consults', request, user)]);
      expect(erased.status).toBe(204);
    }
    const open = await api.query(
      `SELECT id FROM consults c WHERE NOT EXISTS (SELECT FROM users u WHERE u.id = c.student_id)`,
    );
    expect(open).toEqual([]);
  });

  it('is remembered by a server that starts anew for as long as its tokens would work', async () => {
    const user = await api.registerStudent();
    expect((await erase(api, user)).status).toBe(204);
    const another = await api.another();
    expect(codeOf(await another.get('/api/auth/sessions', user))).toBe('auth/session-ended');
    await another.app.close();
    await another.dataSource.destroy();
  });

  it('and exporting it know every table there is', async () => {
    const tables = await api.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(EXPORTED).sort());
  });

  it('frees the e-mail', async () => {
    const user = await api.registerStudent();
    expect((await erase(api, user)).status).toBe(204);
    expect((await api.registerStudent({ email: user.email })).id).not.toBe(user.id);
  });
});

describe('the operator’s commands', () => {
  it('export somebody, and erase them through the running server, which tells the other in the room', async () => {
    const api = await startTestApi();
    const folder = await makeFolder();
    const [{ current: name } = { current: '' }] = await api.query<{ current: string }>(
      'SELECT current_database() AS current',
    );
    const url = new URL(process.env.IEUM_TEST_POSTGRES ?? '');
    url.pathname = `/${name}`;
    const run = (program: string, ...args: string[]) =>
      Product.start(folder.path, { program: `cli/${program}.js`, args, env: { DATABASE_URL: url.href } }).end();
    const { student, mentorSocket, studentSocket } = await live(api, { message: 'canary-of-a-command' });
    const exported = await run('export-user', student.email.toUpperCase());
    expect([exported.code, exported.errors]).toEqual([0, '']);
    expect(JSON.parse(exported.output)).toMatchObject({
      account: { email: student.email },
      consults: [{ role: 'student', message: 'canary-of-a-command', document: null }],
    });
    const erased = await run('erase-user', student.email);
    expect([erased.code, erased.errors]).toEqual([0, '']);
    await mentorSocket.next('consult:changed', ({ consult }) => consult.status === 'ended');
    await studentSocket.next('session:ended');
    expect(await run('erase-user', student.email)).toMatchObject({
      code: 1,
      errors: `Nobody has the e-mail ${student.email}.\n`,
    });
    expect((await run('export-user')).errors).toContain('usage:');
    mentorSocket.close();
    studentSocket.close();
    await api.close();
    await folder.remove();
  });
});
