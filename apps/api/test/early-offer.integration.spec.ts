import { randomUUID } from 'node:crypto';
import type { EarlyOffer } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database';
import { codeOf, createConsult } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const SDP = 'v=0\r\no=- 7 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const offerOf = (sdp = SDP): EarlyOffer => ({
  peerId: randomUUID(),
  description: { type: 'offer', sdp },
  commitment: 'c'.repeat(43),
});

describe('an offer that waits with its request', () => {
  let api: TestApi;
  const sockets: TestSocket[] = [];
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await api.close();
  });

  const connect = async (user: TestUser) => {
    const socket = await TestSocket.connect(api.url, user.accessToken);
    sockets.push(socket);
    return socket;
  };
  const waiting = async () => {
    const student = await api.registerStudent();
    const { id: consultId } = await createConsult(api, student);
    return { student, consultId, socket: await connect(student) };
  };
  const refusalOf = async (socket: TestSocket, name: 'waiting:offer' | 'consult:accept', request: object) => {
    const answer = await socket.askRaw(name, request);
    return answer.ok ? undefined : answer.error.code;
  };
  const kept = (consultId: string) =>
    api.app.get(Database).query('SELECT early_offer FROM consults WHERE id = $1', [consultId]);

  it('is handed over with the accept, once, and to nobody else', async () => {
    const { consultId, socket } = await waiting();
    await socket.ask('waiting:offer', { consultId, offer: offerOf() });
    // Whatever a string can hold.
    const offer = offerOf('v=0\r\nlater \u0000 \ud800');
    await socket.ask('waiting:offer', { consultId, offer });
    const [first, second] = await Promise.all([
      connect(await api.registerMentor()),
      connect(await api.registerMentor()),
    ]);
    expect(await first.ask('consult:accept', { consultId })).toMatchObject({ consult: { status: 'matched' }, offer });
    expect(await first.ask('consult:accept', { consultId })).toMatchObject({ offer: null });
    expect(await refusalOf(second, 'consult:accept', { consultId })).toBe('consults/already-matched');
    expect(await kept(consultId)).toEqual([{ early_offer: null }]);
  });

  it('need not be there', async () => {
    const { consultId } = await waiting();
    const mentor = await connect(await api.registerMentor());
    expect(await mentor.ask('consult:accept', { consultId })).toMatchObject({ offer: null });
  });

  it('is forgotten when the request is cancelled', async () => {
    const { student, consultId, socket } = await waiting();
    await socket.ask('waiting:offer', { consultId, offer: offerOf() });
    await api.post(`/api/consults/${consultId}/cancel`, undefined, student);
    expect(await kept(consultId)).toEqual([{ early_offer: null }]);
  });

  it('is the student’s own, and only while they wait', async () => {
    const { consultId, socket } = await waiting();
    const mentor = await connect(await api.registerMentor());
    const stranger = await connect(await api.registerStudent());
    const request = { consultId, offer: offerOf() };
    expect(await refusalOf(stranger, 'waiting:offer', request)).toBe('consults/not-found');
    await mentor.ask('consult:accept', { consultId });
    expect(await refusalOf(mentor, 'waiting:offer', request)).toBe('auth/forbidden');
    expect(await refusalOf(socket, 'waiting:offer', request)).toBe('consults/not-open');
  });

  it('shows no address', async () => {
    const { consultId, socket } = await waiting();
    const offer = offerOf(`${SDP}a=candidate:1 1 udp 1 192.0.2.7 9 typ host\r\n`);
    expect(await refusalOf(socket, 'waiting:offer', { consultId, offer })).toBe('request/invalid');
    expect(await kept(consultId)).toEqual([{ early_offer: null }]);
  });

  it('is on no card and in no view of the consult', async () => {
    const { student, consultId, socket } = await waiting();
    await socket.ask('waiting:offer', { consultId, offer: offerOf('v=0\r\nfind me') });
    const mentor = await connect(await api.registerMentor());
    const list = await mentor.ask('list:subscribe', {});
    const own = await api.get(`/api/consults/${consultId}`, student);
    expect(codeOf(own)).toBeUndefined();
    expect(JSON.stringify([list, own.body])).not.toContain('find me');
  });
});
