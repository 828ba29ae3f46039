import type { CallFact } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CallsService } from '../src/calls/calls.service';
import { Database } from '../src/database/database';
import { RetentionService } from '../src/retention/retention.service';
import { live, matched } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi } from './support/test-api';

const relayed: CallFact = { type: 'path', local: 'relay', remote: 'srflx', protocol: 'tls' };
const figures = (roundTripMs: number, lossIn: number): CallFact => ({
  type: 'figures',
  roundTripMs,
  lossIn,
  lossOut: 0,
  bitrateOut: 900_000,
  level: 'fair',
});

describe('what browsers report of their call', () => {
  let api: TestApi;
  let calls: CallsService;
  beforeAll(async () => {
    api = await startTestApi();
    calls = api.app.get(CallsService);
  });
  afterAll(() => api.close());

  /** Tells these, numbered as a page does. */
  const tell = async (socket: TestSocket, facts: readonly CallFact[], { from = 0, agoMs = 0 } = {}) => {
    for (const [at, fact] of facts.entries()) await socket.ask('call:report', { seq: from + at, agoMs, fact });
  };
  const toldOf = async (consultId: string, count: number) => {
    await api.until(async () => (await calls.timelineOf(consultId)).length >= count);
    return calls.timelineOf(consultId);
  };
  const codeFor = async (socket: TestSocket, request: unknown) => {
    const answer = await socket.askRaw('call:report', request);
    return answer.ok ? undefined : answer.error.code;
  };

  it('is kept by side, in order, and once however often it is told', async () => {
    const { id, studentSocket, mentorSocket, studentPeerId, mentorPeerId } = await live(api);
    await tell(mentorSocket, [{ type: 'connected', setUpMs: 420 }, relayed], { agoMs: 30_000 });
    await tell(studentSocket, [{ type: 'connected', setUpMs: 610 }]);
    await tell(studentSocket, [{ type: 'connected', setUpMs: 999 }]);
    await studentSocket.ask('call:report', { seq: 1, agoMs: 60_000, fact: { type: 'disconnected', failed: false } });
    const told = await toldOf(id, 4);
    expect(told.map(({ side, fact }) => [side, fact.type])).toEqual([
      ['student', 'disconnected'],
      ['mentor', 'connected'],
      ['mentor', 'path'],
      ['student', 'connected'],
    ]);
    expect(told.map(({ fact }) => fact)).toContainEqual(relayed);
    expect(told.map(({ fact }) => fact)).toContainEqual({ type: 'connected', setUpMs: 610 });
    expect(new Set(told.map(({ peerId }) => peerId))).toEqual(new Set([studentPeerId, mentorPeerId]));
    studentSocket.close();
    mentorSocket.close();
  });

  it('is told by nobody but those who sit in the room', async () => {
    const { id, student, mentor } = await matched(api);
    const report = { seq: 0, agoMs: 0, fact: { type: 'left' } };
    const stranger = await TestSocket.connect(api.url, (await api.registerMentor()).accessToken);
    const member = await TestSocket.connect(api.url, student.accessToken);
    expect(await codeFor(stranger, report)).toBe('rooms/not-joined');
    expect(await codeFor(member, report)).toBe('rooms/not-joined');
    await member.ask('room:join', { consultId: id, peerId: crypto.randomUUID() });
    expect(await codeFor(member, report)).toBeUndefined();
    await api.post(`/api/consults/${id}/cancel`, undefined, mentor);
    await member.next('consult:changed', ({ consult }) => consult.status === 'cancelled');
    expect(await codeFor(member, { ...report, seq: 1 })).toBe('rooms/not-joined');
    stranger.close();
    member.close();
  });

  it.each([
    ['an unknown type', { type: 'said', text: 'x' }],
    ['a loss above all', { type: 'figures', lossIn: 1.5, level: 'good' }],
    ['an address for a candidate type', { type: 'path', local: '192.0.2.1', remote: 'host' }],
    ['a step of one’s own', { type: 'healing', step: 'pray', cause: 'requested' }],
    ['nothing', undefined],
  ])('is refused with %s', async (_, fact) => {
    const { studentSocket, mentorSocket } = await live(api);
    expect(await codeFor(studentSocket, { seq: 0, agoMs: 0, fact })).toBe('request/invalid');
    studentSocket.close();
    mentorSocket.close();
  });

  it('loses whatever else comes with it', async () => {
    const { id, studentSocket, mentorSocket } = await live(api);
    const fact = { ...relayed, address: '192.0.2.77', candidate: 'candidate:1', sdp: 'v=0' };
    expect(await codeFor(studentSocket, { seq: 0, agoMs: 0, fact, note: 'x' })).toBeUndefined();
    expect((await toldOf(id, 1)).map((report) => report.fact)).toEqual([relayed]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('becomes one line a call: path, set-up, round trip, loss, restarts and how it ended', async () => {
    const { id, studentSocket, mentorSocket } = await live(api);
    await tell(studentSocket, [
      { type: 'connected', setUpMs: 300 },
      relayed,
      ...[20, 30, 40, 50, 900].map((ms, at) => figures(ms, at / 100)),
      { type: 'disconnected', failed: false },
      { type: 'healing', step: 'restart-ice', cause: 'path-lost' },
      { type: 'healing', step: 'reconnect', cause: 'path-lost' },
    ]);
    await tell(mentorSocket, [{ type: 'connected', setUpMs: 500 }]);
    const summary = async () => (await calls.recentCalls()).find(({ consultId }) => consultId === id);
    await toldOf(id, 11);
    expect(await summary()).toMatchObject({
      kind: 'tutoring',
      status: 'live',
      path: { local: 'relay', remote: 'srflx', protocol: 'tls' },
      setUpMs: 500,
      medianRoundTripMs: 40,
      p95RoundTripMs: expect.closeTo(730),
      worstLoss: 0.04,
      restarts: 2,
      outcome: 'lost',
    });
    await tell(studentSocket, [{ type: 'healed', step: 'reconnect', afterMs: 4000 }, { type: 'left' }], { from: 10 });
    await toldOf(id, 13);
    expect(await summary()).toMatchObject({ outcome: 'fine' });
    expect(await calls.recentCalls({ limit: 1 })).toEqual([expect.objectContaining({ consultId: id })]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('says so of a call that never was', async () => {
    const { id, studentSocket, mentorSocket } = await live(api);
    await tell(studentSocket, [{ type: 'media-problem', device: 'camera', problem: 'in-use' }]);
    await toldOf(id, 1);
    const nothing = { path: null, setUpMs: null, medianRoundTripMs: null, worstLoss: null, restarts: 0 };
    expect((await calls.recentCalls()).find(({ consultId }) => consultId === id)).toMatchObject({
      ...nothing,
      outcome: 'never',
    });
    studentSocket.close();
    mentorSocket.close();
  });

  it('goes after its time, and with its consult', async () => {
    const { id, studentSocket, mentorSocket } = await live(api);
    await studentSocket.ask('call:report', { seq: 0, agoMs: 600_000, fact: { type: 'left' } });
    await tell(studentSocket, [{ type: 'left' }], { from: 1 });
    await toldOf(id, 2);
    await api.query(`UPDATE call_reports SET at = at - interval '30 days' WHERE consult_id = $1 AND seq = 0`, [id]);
    await api.app.get(RetentionService).run();
    expect(await calls.timelineOf(id)).toHaveLength(1);
    await api.app.get(Database).execute('DELETE FROM consults WHERE id = $1', [id]);
    expect(await calls.timelineOf(id)).toEqual([]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('that waits to be kept is kept when the node ends', async () => {
    const another = await api.another();
    const { id, studentSocket, mentorSocket } = await live(another);
    await tell(studentSocket, [{ type: 'connected', setUpMs: 1 }]);
    await another.close();
    expect(await calls.timelineOf(id)).toHaveLength(1);
    studentSocket.close();
    mentorSocket.close();
  });
});
