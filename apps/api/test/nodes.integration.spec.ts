import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConsult } from './support/consult-fixtures';
import { ListFollower } from './support/list-follower';
import { TestSocket } from './support/socket-client';
import { TwoNodes } from './support/two-nodes';

const offer = { type: 'offer' as const, sdp: 'v=0\r\n' };
const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
const refusal = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });

describe('two nodes', () => {
  let nodes: TwoNodes;
  beforeAll(async () => {
    nodes = await TwoNodes.start();
  });
  afterAll(() => nodes.close());

  it('show a request of one on the live list of the other, and take it off when it is accepted anywhere', async () => {
    const { a, b } = nodes;
    const student = await a.registerStudent();
    const mentor = await b.registerMentor();
    const studentSocket = await TestSocket.connect(a.url, student.accessToken);
    const mentorSocket = await TestSocket.connect(b.url, mentor.accessToken);
    const list = new ListFollower(mentorSocket);
    expect(await list.ids()).toEqual([]);
    const { id } = await createConsult(a, student);
    await mentorSocket.next('list:changed', ({ added }) => added.some((card) => card.id === id));
    const { consult } = await mentorSocket.ask('consult:accept', { consultId: id });
    expect(consult).toMatchObject({ id, status: 'matched', role: 'mentor' });
    const told = await studentSocket.next('consult:changed', ({ consult: { status } }) => status === 'matched');
    expect(told.consult).toMatchObject({ id, role: 'student', mentor: { nickname: mentor.nickname } });
    await mentorSocket.next('list:changed', ({ removed }) => removed.some((card) => card.id === id));
    expect(await list.ids()).toEqual([]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('count the mentors on both lists for a waiting student, each once', async () => {
    const { a, b } = nodes;
    const student = await a.registerStudent();
    const [one, two] = [
      await a.registerMentor({ topics: ['english'] }),
      await b.registerMentor({ topics: ['english'] }),
    ];
    const waiting = await TestSocket.connect(a.url, student.accessToken);
    const { id } = await createConsult(a, student, { topic: 'english' });
    const sockets = await Promise.all([
      TestSocket.connect(a.url, one.accessToken),
      TestSocket.connect(b.url, one.accessToken),
      TestSocket.connect(b.url, two.accessToken),
    ]);
    for (const socket of sockets) await socket.ask('list:subscribe', {});
    await waiting.next('waiting:mentors', ({ mentorsOnline }) => mentorsOnline === 2);
    expect(await waiting.ask('waiting:watch', { consultId: id })).toEqual({ mentorsOnline: 2 });
    sockets[2]?.close();
    waiting.forget();
    await waiting.next('waiting:mentors', ({ mentorsOnline }) => mentorsOnline === 1);
    for (const socket of [waiting, ...sockets]) socket.close();
  });

  it('seat both members, relay their signals and frames in order, and say how each is gone', async () => {
    const { studentSocket, mentorSocket, studentPeerId, mentorPeerId, consult } = await nodes.live();
    await studentSocket.ask('signal:description', { to: mentorPeerId, connection: 0, description: offer });
    const many = Array.from({ length: 20 }, (_, n) => ({ ...candidate, sdpMLineIndex: n }));
    await Promise.all(
      many.map((each) => studentSocket.ask('signal:candidate', { to: mentorPeerId, connection: 0, candidate: each })),
    );
    await mentorSocket.ask('document:frame', { to: studentPeerId, frame: 'AAEC' });
    expect(mentorSocket.all('signal:description')).toEqual([
      { from: studentPeerId, connection: 0, description: offer },
    ]);
    await mentorSocket.next('signal:candidate', ({ candidate: last }) => last?.sdpMLineIndex === 19);
    expect(mentorSocket.all('signal:candidate').map((each) => each.candidate)).toEqual(many);
    expect(await studentSocket.next('document:frame')).toEqual({ from: mentorPeerId, frame: 'AAEC' });
    await mentorSocket.ask('room:leave', {});
    expect(await studentSocket.next('room:peer-left')).toEqual({ peerId: mentorPeerId, reason: 'left' });
    await expect(studentSocket.ask('signal:renew', { to: mentorPeerId, connection: 1 })).rejects.toEqual(
      refusal('rooms/peer-not-found'),
    );
    const joined = await mentorSocket.ask('room:join', { consultId: consult.id, peerId: mentorPeerId });
    expect(joined.peers).toEqual([expect.objectContaining({ peerId: studentPeerId, role: 'student', polite: true })]);
    studentSocket.close();
    await mentorSocket.next('room:peer-left', ({ reason }) => reason === 'disconnected');
    mentorSocket.close();
  });

  it('start a consult whose members enter at the same moment', async () => {
    const { a, b } = nodes;
    const student = await a.registerStudent();
    const mentor = await b.registerMentor();
    const { id } = await createConsult(a, student);
    await b.post(`/api/consults/${id}/accept`, undefined, mentor);
    const left = await TestSocket.connect(a.url, student.accessToken);
    const right = await TestSocket.connect(b.url, mentor.accessToken);
    const [leftPeer, rightPeer] = [randomUUID(), randomUUID()];
    const [one, two] = await Promise.all([
      left.ask('room:join', { consultId: id, peerId: leftPeer }),
      right.ask('room:join', { consultId: id, peerId: rightPeer }),
    ]);
    await left.next('consult:changed', ({ consult }) => consult.status === 'live');
    await right.next('consult:changed', ({ consult }) => consult.status === 'live');
    const seen = async (socket: TestSocket, answer: typeof one, peerId: string) =>
      answer.peers.some((peer) => peer.peerId === peerId) ||
      (await socket.next('room:peer-joined', ({ peer }) => peer.peerId === peerId));
    expect(await seen(left, one, rightPeer)).toBeTruthy();
    expect(await seen(right, two, leftPeer)).toBeTruthy();
    left.close();
    right.close();
  });

  it('let a second tab at the other node take the seat, and tell the first and the peer', async () => {
    const { b } = nodes;
    const { consult, student, studentSocket, mentorSocket, studentPeerId, mentorPeerId } = await nodes.live();
    const second = await TestSocket.connect(b.url, student.accessToken);
    const secondPeer = randomUUID();
    const joined = await second.ask('room:join', { consultId: consult.id, peerId: secondPeer });
    expect(joined.peers).toEqual([expect.objectContaining({ peerId: mentorPeerId })]);
    expect(await studentSocket.next('room:replaced')).toEqual({ consultId: consult.id });
    await mentorSocket.next(
      'room:peer-left',
      ({ peerId, reason }) => peerId === studentPeerId && reason === 'replaced',
    );
    await mentorSocket.next('room:peer-joined', ({ peer }) => peer.peerId === secondPeer);
    await expect(studentSocket.ask('signal:renew', { to: mentorPeerId, connection: 1 })).rejects.toEqual(
      refusal('rooms/not-joined'),
    );
    await expect(
      studentSocket.ask('room:join', { consultId: consult.id, peerId: studentPeerId, resume: true }),
    ).rejects.toEqual(refusal('rooms/replaced'));
    for (const socket of [studentSocket, mentorSocket, second]) socket.close();
  });

  it('end sockets and tokens of a session that was ended at the other', async () => {
    const { a, b } = nodes;
    const student = await a.registerStudent();
    const socket = await TestSocket.connect(b.url, student.accessToken);
    const left = await a.post('/api/auth/logout', undefined, undefined, { cookie: student.cookie, origin: a.url });
    expect(left.status).toBe(204);
    expect(await socket.next('session:ended')).toMatchObject({ code: 'auth/session-ended' });
    await expect(TestSocket.connect(b.url, student.accessToken)).rejects.toEqual(refusal('auth/session-ended'));
    expect((await b.get('/api/consults/current', student)).status).toBe(401);
  });

  it('allow a user as many sockets as one node would, and close the oldest', async () => {
    const { a, b } = nodes;
    const student = await a.registerStudent();
    const oldest = await TestSocket.connect(a.url, student.accessToken);
    const others = [];
    for (const { url } of [b, a, b]) others.push(await TestSocket.connect(url, student.accessToken));
    expect(await oldest.next('session:ended')).toMatchObject({ code: 'auth/too-many-sockets' });
    for (const socket of others) {
      expect(socket.socket.connected).toBe(true);
      socket.close();
    }
  });

  it('count tries to get in together', async () => {
    const { a, b } = nodes;
    const email = `${randomUUID()}@example.org`;
    const login = (n: number) =>
      (n % 2 ? a : b).post('/api/auth/login', { email, password: 'wrong password' }, undefined, {
        'x-forwarded-for': '198.51.100.77',
      });
    const statuses: number[] = [];
    for (let n = 0; n < 14; n += 1) statuses.push((await login(n)).status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(11);
    expect(statuses.at(-1)).toBe(429);
  });
});
