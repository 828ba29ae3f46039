import { randomUUID } from 'node:crypto';
import type { ScriptResponse, SignedInSessions } from '@ieum/api-contract';
import type { Ack, RequestName } from '@ieum/signaling-protocol';
import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyFor, type ForeignIds, pathWith, type Route, routesOf, SOCKET_TRIES } from './support/access-matrix';
import { codeOf, createConsult, live, matched } from './support/consult-fixtures';
import { type DatabasePrint, printDatabase } from './support/database-print';
import { TestSocket } from './support/socket-client';
import { spokenAnswer } from './support/spoken-answer';
import { TestRecorder } from './support/test-recorder';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const MESSAGE = 'canary-message-41d2';
const SUMMARY = 'canary-summary-93ab';
const LINE = 'canary-line-7715';
const SCRIPT = 'canary-script-5e0c';

interface Target extends ForeignIds {
  readonly what: string;
  readonly student: TestUser;
  readonly mentor?: TestUser;
}

/** Refusals that tell a stranger nothing. */
const SILENT = [
  'auth/unauthenticated',
  'auth/forbidden',
  'consults/not-found',
  'exams/not-found',
  'questions/not-found',
  'recordings/not-found',
  'request/not-found',
  'scripts/not-found',
  'written-feedback/not-found',
  'rooms/not-joined',
  'rooms/peer-not-found',
];
/** What mentors of spoken English are told who try to claim what another one has, and who has not said what they offer. */
const TO_CLAIMING_MENTORS = ['written-feedback/already-claimed', 'mentors/profile-missing'];
/** What a mentor whom a consult fits is told when they try to accept it; and one who has not said what they offer. */
const TO_FITTING_MENTORS = ['consults/already-matched', 'consults/not-open'];
const TO_BUSY_MENTORS = [...TO_FITTING_MENTORS, 'consults/mentor-busy'];

const SIGNALS = ['signal:description', 'signal:candidate', 'signal:renew', 'document:frame'] as const;
const FOREIGN_PUSHES = ['consult:changed', 'feedback:changed', ...SIGNALS] as const;

const WAITING = ['waiting', 'waiting for counselling'];

interface Caller {
  readonly who: string;
  readonly user: TestUser | undefined;
  /** More codes that an accept may be refused with. */
  readonly accept: readonly string[];
  /** Waiting consults that are theirs to accept: those are no foreign ids. */
  readonly mayTake?: readonly string[];
}

describe('foreign ids', () => {
  let api: TestApi;
  let routes: Route[];
  let targets: Target[];
  let callers: Caller[];
  let before: DatabasePrint;
  let tries = 0;
  const sockets: TestSocket[] = [];
  beforeAll(async () => {
    api = await startTestApi();
    routes = routesOf((await api.get('/api/openapi.json')).body as OpenAPIObject);
    targets = await makeTargets(api, sockets);
    const own = await live(api);
    sockets.push(own.studentSocket, own.mentorSocket);
    const mentor = (options: object) => api.registerMentor(options);
    callers = [
      { who: 'nobody', user: undefined, accept: [] },
      { who: 'another student', user: await api.registerStudent(), accept: [] },
      { who: 'another mentor', user: await mentor({}), accept: TO_FITTING_MENTORS, mayTake: WAITING },
      {
        who: 'a mentor who does not fit',
        user: await mentor({ kinds: ['career'], topics: ['portfolio'] }),
        accept: [],
      },
      {
        who: 'a mentor without approval',
        user: await mentor({ approved: false }),
        accept: TO_FITTING_MENTORS,
        mayTake: WAITING.slice(0, 1),
      },
      { who: 'a mentor without profile', user: await mentor({ profile: false }), accept: ['mentors/profile-missing'] },
      { who: 'the student of another consult', user: own.student, accept: [] },
      { who: 'the mentor of another consult', user: own.mentor, accept: TO_BUSY_MENTORS },
    ];
    before = await printDatabase(api);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await api.close();
  });

  const withIds = () => routes.filter((route) => route.ids.length > 0);
  const mayAccept = ({ mayTake = [] }: Caller, { what }: Target) => mayTake.includes(what);

  /** Nothing of the target but the ids that were sent. */
  const leaks = (answer: unknown, target: Target, sentIds: string) => {
    const { student, mentor, consultId, sessionId, peerId, scriptId, recordingId, examId, writtenFeedbackId } = target;
    const text = JSON.stringify(answer);
    const people = [student, mentor].flatMap((user) => (user ? [user.id, user.email, user.nickname] : []));
    const secretIds = [consultId, sessionId, peerId, scriptId, recordingId, examId, writtenFeedbackId];
    const ids = secretIds.filter((id) => !sentIds.includes(id));
    return [...people, ...ids, MESSAGE, SUMMARY, LINE, SCRIPT].filter((secret) => text.includes(secret));
  };

  it('know every route: what takes an id or a body can be called by the matrix', () => {
    const foreign = {
      consultId: randomUUID(),
      sessionId: randomUUID(),
      userId: randomUUID(),
      peerId: randomUUID(),
      questionId: randomUUID(),
      scriptId: randomUUID(),
      recordingId: randomUUID(),
      examId: randomUUID(),
      writtenFeedbackId: randomUUID(),
    };
    for (const route of routes) {
      expect(pathWith(route, foreign)).not.toContain('{');
      if (!route.isPublic) bodyFor(route);
    }
    expect(withIds().length).toBeGreaterThanOrEqual(12);
  });

  it('open no route to anybody', async () => {
    for (const target of targets) {
      for (const caller of callers) {
        for (const route of withIds()) {
          const accepting = route.key.endsWith('/accept');
          if (accepting && mayAccept(caller, target)) continue;
          const path = pathWith(route, target);
          const answer = await api.request(route.method, path, bodyFor(route), caller.user);
          tries += 1;
          const place = [caller.who, target.what, route.key, answer.status, codeOf(answer)];
          const typed = [
            ...SILENT,
            ...(accepting ? caller.accept : []),
            ...(route.key.endsWith('/claim') ? TO_CLAIMING_MENTORS : []),
          ];
          expect([...place, typed.includes(codeOf(answer) ?? '')]).toEqual([...place, true]);
          expect([...place, leaks(answer.body, target, path)]).toEqual([...place, []]);
        }
      }
    }
  }, 90_000);

  it('open no event to anybody', async () => {
    const events = Object.entries(SOCKET_TRIES) as [RequestName, (typeof SOCKET_TRIES)[RequestName]][];
    for (const target of targets) {
      for (const caller of callers) {
        if (!caller.user) continue;
        const socket = await TestSocket.connect(api.url, caller.user.accessToken);
        for (const [name, payloadsFor] of events) {
          if (name === 'consult:accept' && mayAccept(caller, target)) continue;
          for (const payload of payloadsFor?.(target) ?? []) {
            const answer = await socket.askRaw(name, payload);
            tries += 1;
            const code = refusalOf(answer);
            const place = [caller.who, target.what, name, code];
            const typed = [...SILENT, ...(name === 'consult:accept' ? caller.accept : [])];
            expect([...place, typed.includes(code ?? '')]).toEqual([...place, true]);
            expect([...place, leaks(answer, target, JSON.stringify(payload))]).toEqual([...place, []]);
          }
        }
        for (const push of FOREIGN_PUSHES) {
          expect([caller.who, target.what, socket.all(push)]).toEqual([caller.who, target.what, []]);
        }
        socket.close();
      }
    }
  });

  it('are in no answer to a route that takes none, and nothing opens without a token', async () => {
    for (const route of routes.filter(({ ids, isPublic }) => ids.length === 0 && !isPublic)) {
      const nobody = await api.request(route.method, route.path, bodyFor(route), undefined);
      expect([route.key, nobody.status, codeOf(nobody)]).toEqual([route.key, 401, 'auth/unauthenticated']);
      tries += 1;
      if (route.method !== 'GET') continue;
      for (const { who, user } of callers.filter((caller) => caller.user)) {
        const answer = await api.get(route.path, user);
        tries += 1;
        for (const target of targets) {
          expect([who, route.key, leaks(answer.body, target, '')]).toEqual([who, route.key, []]);
        }
      }
    }
  });

  it('were tried more than five hundred times, and changed nothing', async () => {
    expect(tries).toBeGreaterThan(500);
    expect(await printDatabase(api)).toEqual(before);
    for (const socket of sockets) {
      expect(socket.all('room:peer-left')).toEqual([]);
      for (const push of SIGNALS) expect(socket.all(push)).toEqual([]);
    }
  });
});

function refusalOf(answer: Ack<unknown>): string | undefined {
  return answer.ok ? undefined : answer.error.code;
}

/** A script, with a take of it, that a mentor is writing to, and an exam that goes on. */
async function practise(
  api: TestApi,
  student: TestUser,
  writer: TestUser,
): Promise<Pick<Target, 'scriptId' | 'recordingId' | 'examId' | 'writtenFeedbackId'>> {
  const [question] = await api.query<{ id: string }>('SELECT id FROM questions ORDER BY key LIMIT 1');
  const questionId = question?.id ?? '';
  const saved = await api.put(`/api/scripts/of-question/${questionId}`, { revision: 0, text: SCRIPT }, student);
  const recorder = new TestRecorder(api, student, questionId);
  await recorder.record(spokenAnswer(1));
  const examId = randomUUID();
  await api.put('/api/practice/survey', { topics: ['music'], level: 3 }, student);
  expect((await api.post('/api/exams', { id: examId }, student)).status).toBe(201);
  const scriptId = (saved.body as ScriptResponse).script.id;
  const writtenFeedbackId = randomUUID();
  const request = { id: writtenFeedbackId, scriptId, recordingIds: [recorder.id], note: MESSAGE };
  await api.post('/api/written-feedback', request, student);
  await api.post(`/api/mentors/me/written-feedback/${writtenFeedbackId}/claim`, undefined, writer);
  return { scriptId, recordingId: recorder.id, examId, writtenFeedbackId };
}

/** Other people's consults in every state that has something to hide. */
async function makeTargets(api: TestApi, sockets: TestSocket[]): Promise<Target[]> {
  const target = async (what: string, consultId: string, student: TestUser, mentor?: TestUser, peerId?: string) => {
    if (mentor) await api.query('UPDATE mentor_profiles SET line = $2 WHERE user_id = $1', [mentor.id, LINE]);
    const { items } = (await api.get('/api/auth/sessions', student)).body as SignedInSessions;
    const sessionId = items[0]?.id ?? '';
    const userId = (mentor ?? student).id;
    // Questions are everybody’s: one that is nowhere.
    const ids = { consultId, sessionId, userId, peerId: peerId ?? randomUUID(), questionId: randomUUID() };
    return {
      what,
      student,
      ...ids,
      ...(await practise(api, student, await api.registerMentor())),
      ...(mentor ? { mentor } : {}),
    };
  };
  const alone = async (what: string, changes: object = {}) => {
    const student = await api.registerStudent();
    return target(what, (await createConsult(api, student, { message: MESSAGE, ...changes })).id, student);
  };
  const met = async (what: string) => {
    const room = await live(api, { message: MESSAGE });
    sockets.push(room.studentSocket, room.mentorSocket);
    await api.post(`/api/consults/${room.id}/document/updates`, { update: 'AAA=' }, room.mentor);
    return { ...(await target(what, room.id, room.student, room.mentor, room.studentPeerId)), mentor: room.mentor };
  };
  const taught = async (what: string, send: boolean) => {
    const room = await met(what);
    const feedback = `/api/consults/${room.consultId}/feedback`;
    await api.put(feedback, { version: 0, summary: SUMMARY, practice: '', corrections: [] }, room.mentor);
    await api.post(`/api/consults/${room.consultId}/end`, undefined, room.mentor);
    if (send) await api.post(`${feedback}/send`, undefined, room.mentor);
    return room;
  };
  const cancelled = await alone('cancelled');
  await api.post(`/api/consults/${cancelled.consultId}/cancel`, undefined, cancelled.student);
  const pair = await matched(api, { message: MESSAGE });
  const counselled = await matched(api, { message: MESSAGE, kind: 'counselling', topic: 'mood' });
  return [
    await alone(WAITING[0] ?? ''),
    await alone(WAITING[1] ?? '', { kind: 'counselling', topic: 'family' }),
    cancelled,
    await target('matched', pair.id, pair.student, pair.mentor),
    await target('matched for counselling', counselled.id, counselled.student, counselled.mentor),
    await met('live'),
    await taught('ended with a draft', false),
    await taught('ended with feedback', true),
  ];
}
