import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cluster } from '../src/cluster/cluster';
import { createConsult } from './support/consult-fixtures';
import { ListFollower } from './support/list-follower';
import { TestSocket } from './support/socket-client';
import { startTestApi } from './support/test-api';
import { TwoNodes } from './support/two-nodes';
import { TestValkey } from './support/valkey';

const refusal = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });
const READY = { status: 'ok', degraded: [] };
const DEGRADED = { status: 'ok', degraded: ['other-nodes'] };

describe('a node whose Valkey is not there yet', () => {
  it('starts, says so, and finds the others once it is', async () => {
    const valkey = await TestValkey.start();
    await valkey.kill();
    const api = await startTestApi({ config: { valkeyUrl: valkey.url } });
    expect((await api.get('/api/health/ready')).body).toEqual(DEGRADED);
    await valkey.start();
    const late = await api.another();
    await late.until(() => Promise.resolve(late.app.get(Cluster).others === 1));
    expect((await api.get('/api/health/ready')).body).toEqual(READY);
    await late.close();
    expect(api.app.get(Cluster).others).toBe(0);
    await api.close();
    await valkey.kill();
  });
});

describe('two nodes whose Valkey goes and comes back', () => {
  let nodes: TwoNodes;
  beforeAll(async () => {
    nodes = await TwoNodes.start();
  });
  afterAll(() => nodes.close());

  it('say so, tell who cannot be reached, and seat everybody again by themselves', async () => {
    const { a, b, valkey } = nodes;
    const across = await nodes.live();
    const { studentSocket, mentorSocket, studentPeerId, mentorPeerId } = across;
    expect((await a.get('/api/health/ready')).body).toEqual(READY);
    await valkey.kill();
    expect(await studentSocket.next('service:degraded')).toEqual({ parts: ['other-nodes'] });
    expect(await studentSocket.next('room:peer-left')).toEqual({ peerId: mentorPeerId, reason: 'disconnected' });
    expect(await mentorSocket.next('room:peer-left')).toEqual({ peerId: studentPeerId, reason: 'disconnected' });
    await expect(studentSocket.ask('signal:renew', { to: mentorPeerId, connection: 1 })).rejects.toEqual(
      refusal('rooms/peer-not-found'),
    );
    for (const api of [a, b]) expect((await api.get('/api/health/ready')).body).toEqual(DEGRADED);
    expect([studentSocket, mentorSocket].every(({ socket }) => socket.connected)).toBe(true);
    const late = await TestSocket.connect(a.url, (await a.registerStudent()).accessToken);
    expect(await late.next('service:degraded')).toEqual({ parts: ['other-nodes'] });
    for (const socket of [studentSocket, mentorSocket, late]) socket.forget();

    await valkey.start();
    expect(await late.next('service:degraded')).toEqual({ parts: [] });
    late.close();
    await studentSocket.next('room:peer-joined', ({ peer }) => peer.peerId === mentorPeerId);
    await mentorSocket.next('room:peer-joined', ({ peer }) => peer.peerId === studentPeerId);
    await studentSocket.ask('signal:renew', { to: mentorPeerId, connection: 1 });
    expect(await mentorSocket.next('signal:renew')).toEqual({ from: studentPeerId, connection: 1 });
    for (const api of [a, b]) expect((await api.get('/api/health/ready')).body).toEqual(READY);
    studentSocket.close();
    mentorSocket.close();
  });

  it('go by the database meanwhile: requests, accepts and ended sessions of one reach the other', async () => {
    const { a, b, valkey } = nodes;
    const student = await a.registerStudent();
    const mentor = await b.registerMentor();
    const studentSocket = await TestSocket.connect(a.url, student.accessToken);
    const mentorSocket = await TestSocket.connect(b.url, mentor.accessToken);
    const elsewhere = await TestSocket.connect(b.url, student.accessToken);
    const list = new ListFollower(mentorSocket);
    await list.ids();
    await valkey.kill();
    const { id } = await createConsult(a, student);
    await mentorSocket.next('list:changed', ({ added }) => added.some((card) => card.id === id));
    await mentorSocket.ask('consult:accept', { consultId: id });
    await studentSocket.next('consult:changed', ({ consult }) => consult.status === 'matched');
    await a.post('/api/auth/logout', undefined, undefined, { cookie: student.cookie, origin: a.url });
    expect(await elsewhere.next('session:ended')).toMatchObject({ code: 'auth/session-ended' });
    await valkey.start();
    await nodes.together();
    mentorSocket.close();
  });

  it('serve the users of one node as ever meanwhile', async () => {
    const { a, valkey } = nodes;
    await valkey.kill();
    const student = await a.registerStudent();
    const mentor = await a.registerMentor();
    const { id } = await createConsult(a, student);
    const sockets = [
      await TestSocket.connect(a.url, student.accessToken),
      await TestSocket.connect(a.url, mentor.accessToken),
    ] as const;
    await sockets[1].ask('consult:accept', { consultId: id });
    const peerIds = [randomUUID(), randomUUID()] as const;
    await sockets[0].ask('room:join', { consultId: id, peerId: peerIds[0] });
    await sockets[1].ask('room:join', { consultId: id, peerId: peerIds[1] });
    await sockets[0].next('consult:changed', ({ consult }) => consult.status === 'live');
    await sockets[0].ask('signal:renew', { to: peerIds[1], connection: 1 });
    expect(await sockets[1].next('signal:renew')).toEqual({ from: peerIds[0], connection: 1 });
    await valkey.start();
    await nodes.together();
    for (const socket of sockets) socket.close();
  });
});
