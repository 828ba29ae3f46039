import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, live, matched } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi } from './support/test-api';

const offer = { type: 'offer' as const, sdp: 'v=0\r\n' };
const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
const refusal = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });

describe('the private room of a consult', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('lets both members in, makes one of them polite, and the consult live', async () => {
    const { id, studentSocket, mentorSocket, studentPeerId, mentorPeerId, joined } = await live(api);
    expect(joined.consult).toMatchObject({ id, status: 'live', role: 'mentor' });
    expect(joined.peers).toEqual([expect.objectContaining({ peerId: studentPeerId, role: 'student' })]);
    const { peer } = await studentSocket.next('room:peer-joined');
    expect(peer).toMatchObject({ peerId: mentorPeerId, role: 'mentor', polite: !joined.peers[0]?.polite });
    studentSocket.close();
    mentorSocket.close();
  });

  it('relays offers, candidates and wishes for a new connection to the other member as they were sent', async () => {
    const { studentSocket, mentorSocket, studentPeerId, mentorPeerId } = await live(api);
    const commitment = 'Ab-_0'.padEnd(43, 'x');
    await mentorSocket.ask('signal:description', { to: studentPeerId, connection: 0, description: offer });
    await mentorSocket.ask('signal:description', {
      to: studentPeerId,
      connection: 1_000_000,
      description: offer,
      commitment,
    });
    await mentorSocket.ask('signal:candidate', { to: studentPeerId, connection: 0, candidate });
    await mentorSocket.ask('signal:candidate', { to: studentPeerId, connection: 0, candidate: null });
    await mentorSocket.ask('signal:renew', { to: studentPeerId, connection: 1 });
    expect(await studentSocket.next('signal:renew')).toEqual({ from: mentorPeerId, connection: 1 });
    expect(studentSocket.all('signal:description')).toEqual([
      { from: mentorPeerId, connection: 0, description: offer },
      { from: mentorPeerId, connection: 1_000_000, description: offer, commitment },
    ]);
    expect(studentSocket.all('signal:candidate')).toEqual([
      { from: mentorPeerId, connection: 0, candidate },
      { from: mentorPeerId, connection: 0, candidate: null },
    ]);
    studentSocket.close();
    mentorSocket.close();
  });

  it.each([
    ['no connection number', 'signal:description', { description: offer }],
    ['a negative one', 'signal:description', { connection: -1, description: offer }],
    ['a fraction', 'signal:candidate', { connection: 0.5, candidate }],
    ['one too high', 'signal:renew', { connection: 1_000_001 }],
    ['a text', 'signal:renew', { connection: '1' }],
    ['a commitment too short', 'signal:description', { connection: 0, description: offer, commitment: 'x'.repeat(42) }],
    ['a commitment too long', 'signal:description', { connection: 0, description: offer, commitment: 'x'.repeat(44) }],
    ['one in base64', 'signal:description', { connection: 0, description: offer, commitment: '+/'.padEnd(43, 'x') }],
    [
      'one with a line break',
      'signal:description',
      { connection: 0, description: offer, commitment: `${'x'.repeat(42)}\n` },
    ],
    ['a commitment of null', 'signal:description', { connection: 0, description: offer, commitment: null }],
  ] as const)('relays nothing with %s', async (_, name, payload) => {
    const { studentSocket, mentorSocket, studentPeerId } = await live(api);
    expect(await mentorSocket.askRaw(name, { to: studentPeerId, ...payload })).toMatchObject({
      ok: false,
      error: { code: 'request/invalid' },
    });
    for (const push of ['signal:description', 'signal:candidate', 'signal:renew'] as const) {
      expect(studentSocket.all(push)).toEqual([]);
    }
    studentSocket.close();
    mentorSocket.close();
  });

  it('lets nobody else in, and relays nothing to other rooms', async () => {
    const one = await live(api);
    const two = await live(api);
    const stranger = await TestSocket.connect(api.url, (await api.registerMentor()).accessToken);
    await expect(stranger.ask('room:join', { consultId: one.id, peerId: randomUUID() })).rejects.toEqual(
      refusal('consults/not-found'),
    );
    await expect(
      stranger.ask('signal:description', { to: one.studentPeerId, connection: 0, description: offer }),
    ).rejects.toEqual(refusal('rooms/not-joined'));
    await expect(
      two.mentorSocket.ask('signal:description', { to: one.studentPeerId, connection: 0, description: offer }),
    ).rejects.toEqual(refusal('rooms/peer-not-found'));
    await expect(
      one.mentorSocket.ask('signal:description', { to: one.mentorPeerId, connection: 0, description: offer }),
    ).rejects.toEqual(refusal('rooms/peer-not-found'));
    expect(one.studentSocket.all('signal:description')).toEqual([]);
    for (const socket of [stranger, one.studentSocket, one.mentorSocket, two.studentSocket, two.mentorSocket])
      socket.close();
  });

  it('says on which terms a peer is gone: left on purpose, or disconnected', async () => {
    const { id, student, studentSocket, mentorSocket, studentPeerId } = await live(api);
    await studentSocket.ask('room:leave', {});
    expect(await mentorSocket.next('room:peer-left')).toEqual({ peerId: studentPeerId, reason: 'left' });
    await studentSocket.ask('room:join', { consultId: id, peerId: studentPeerId });
    studentSocket.close();
    await mentorSocket.next('room:peer-left', ({ reason }) => reason === 'disconnected');
    const back = await TestSocket.connect(api.url, student.accessToken);
    mentorSocket.forget();
    await back.ask('room:join', { consultId: id, peerId: studentPeerId });
    expect((await mentorSocket.next('room:peer-joined')).peer.peerId).toBe(studentPeerId);
    back.close();
    mentorSocket.close();
  });

  it('gives the seat to the second tab and tells the first', async () => {
    const { id, student, studentSocket, mentorSocket, studentPeerId } = await live(api);
    const second = await TestSocket.connect(api.url, student.accessToken);
    const secondPeerId = randomUUID();
    await second.ask('room:join', { consultId: id, peerId: secondPeerId });
    expect(await studentSocket.next('room:replaced')).toEqual({ consultId: id });
    expect(await mentorSocket.next('room:peer-left')).toEqual({ peerId: studentPeerId, reason: 'replaced' });
    await mentorSocket.next('room:peer-joined', ({ peer }) => peer.peerId === secondPeerId);
    await expect(
      studentSocket.ask('signal:description', { to: randomUUID(), connection: 0, description: offer }),
    ).rejects.toEqual(refusal('rooms/not-joined'));
    mentorSocket.forget();
    studentSocket.close();
    await mentorSocket.ask('signal:description', { to: secondPeerId, connection: 0, description: offer });
    expect(mentorSocket.all('room:peer-left')).toEqual([]);
    second.close();
    mentorSocket.close();
  });

  it('never lets a tab that only comes back take the seat from another device', async () => {
    const { id, student, studentSocket, mentorSocket, studentPeerId } = await live(api);
    const phone = await TestSocket.connect(api.url, student.accessToken);
    const phonePeerId = randomUUID();
    await phone.ask('room:join', { consultId: id, peerId: phonePeerId });
    const back = studentSocket.ask('room:join', { consultId: id, peerId: studentPeerId, resume: true });
    await expect(back).rejects.toEqual(refusal('rooms/replaced'));
    await phone.ask('room:join', { consultId: id, peerId: phonePeerId, resume: true });
    expect(phone.all('room:replaced')).toEqual([]);
    for (const socket of [studentSocket, mentorSocket, phone]) socket.close();
  });

  it('handles what one socket enters and leaves in the order it was sent', async () => {
    const { id, student, mentor } = await matched(api);
    const studentSocket = await TestSocket.connect(api.url, student.accessToken);
    const mentorSocket = await TestSocket.connect(api.url, mentor.accessToken);
    await Promise.all([
      studentSocket.ask('room:join', { consultId: id, peerId: randomUUID() }),
      studentSocket.ask('room:leave', {}),
    ]);
    const { peers } = await mentorSocket.ask('room:join', { consultId: id, peerId: randomUUID() });
    expect(peers).toEqual([]);
    studentSocket.close();
    mentorSocket.close();
  });

  it('refuses the peer id of the other member', async () => {
    const { id, student, mentor } = await matched(api);
    const studentSocket = await TestSocket.connect(api.url, student.accessToken);
    const mentorSocket = await TestSocket.connect(api.url, mentor.accessToken);
    const peerId = randomUUID();
    await studentSocket.ask('room:join', { consultId: id, peerId });
    await expect(mentorSocket.ask('room:join', { consultId: id, peerId })).rejects.toEqual(
      refusal('rooms/peer-id-taken'),
    );
    studentSocket.close();
    mentorSocket.close();
  });

  it('closes with the consult', async () => {
    const { id, student, mentor, studentSocket, mentorSocket, studentPeerId } = await live(api);
    await api.post(`/api/consults/${id}/end`, undefined, mentor);
    await studentSocket.next('consult:changed', ({ consult }) => consult.status === 'ended');
    await expect(
      mentorSocket.ask('signal:description', { to: studentPeerId, connection: 0, description: offer }),
    ).rejects.toEqual(refusal('rooms/not-joined'));
    await expect(studentSocket.ask('room:join', { consultId: id, peerId: studentPeerId })).rejects.toEqual(
      refusal('rooms/not-open'),
    );
    const ice = await api.get(`/api/consults/${id}/ice-servers`, student);
    expect([ice.status, codeOf(ice)]).toEqual([409, 'rooms/not-open']);
    studentSocket.close();
    mentorSocket.close();
  });
});
