import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cluster } from '../src/cluster/cluster';
import { matched } from './support/consult-fixtures';
import { startNodeProcess } from './support/node-process';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi } from './support/test-api';
import { TestValkey } from './support/valkey';

describe('a node of several', () => {
  let valkey: TestValkey;
  let api: TestApi;
  beforeAll(async () => {
    valkey = await TestValkey.start();
    api = await startTestApi({ config: { valkeyUrl: valkey.url } });
  });
  afterAll(async () => {
    await api.close();
    await valkey.kill();
  });

  const others = (count: number) => api.until(() => Promise.resolve(api.app.get(Cluster).others === count));

  /** A live consult whose student is at this node and whose mentor is at the other. */
  async function liveWith(url: string) {
    const { id, student, mentor } = await matched(api);
    const studentSocket = await TestSocket.connect(api.url, student.accessToken);
    const mentorSocket = await TestSocket.connect(url, mentor.accessToken);
    const [studentPeerId, mentorPeerId] = [randomUUID(), randomUUID()];
    await studentSocket.ask('room:join', { consultId: id, peerId: studentPeerId });
    await mentorSocket.ask('room:join', { consultId: id, peerId: mentorPeerId });
    await studentSocket.next('room:peer-joined');
    return { id, mentor, studentSocket, mentorSocket, studentPeerId, mentorPeerId };
  }

  it('that is killed is missed by its lease: its seats and mentors go, and a member comes back to another node', async () => {
    const { product, requests, remove } = await startNodeProcess(api);
    await others(1);
    const { id, mentor, studentSocket, mentorSocket, studentPeerId, mentorPeerId } = await liveWith(requests.url);
    await product.stop('SIGKILL');
    await mentorSocket.closed();
    expect(await studentSocket.next('room:peer-left')).toEqual({ peerId: mentorPeerId, reason: 'disconnected' });
    await others(0);
    const back = await TestSocket.connect(api.url, mentor.accessToken);
    studentSocket.forget();
    const joined = await back.ask('room:join', { consultId: id, peerId: mentorPeerId, resume: true });
    expect(joined.peers).toEqual([expect.objectContaining({ peerId: studentPeerId })]);
    await studentSocket.next('room:peer-joined', ({ peer }) => peer.peerId === mentorPeerId);
    back.close();
    studentSocket.close();
    await remove();
  });

  it('that is asked to end takes nobody in, lets its members move, and is gone in time', async () => {
    const { product, requests, remove } = await startNodeProcess(api);
    await others(1);
    const { id, mentor, studentSocket, mentorSocket, mentorPeerId } = await liveWith(requests.url);
    const askedAt = performance.now();
    const ended = product.stop('SIGTERM');
    await api.until(async () => (await requests.get('/api/health/ready')).status === 503);
    await expect(TestSocket.connect(requests.url, mentor.accessToken)).rejects.toEqual(
      expect.objectContaining({ error: expect.objectContaining({ code: 'server/unavailable' }) }),
    );
    await mentorSocket.closed();
    expect(await studentSocket.next('room:peer-left')).toEqual({ peerId: mentorPeerId, reason: 'disconnected' });
    studentSocket.forget();
    const moved = await TestSocket.connect(api.url, mentor.accessToken);
    await moved.ask('room:join', { consultId: id, peerId: mentorPeerId, resume: true });
    await studentSocket.next('room:peer-joined', ({ peer }) => peer.peerId === mentorPeerId);
    expect(await ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(30_000);
    expect(studentSocket.all('room:peer-left')).toEqual([]);
    moved.close();
    studentSocket.close();
    await remove();
  }, 45_000);

  it('that is killed and whose member is back before it is missed leaves no ghost behind', async () => {
    const { product, requests, remove } = await startNodeProcess(api);
    await others(1);
    const { id, mentor, studentSocket, mentorPeerId } = await liveWith(requests.url);
    await product.stop('SIGKILL');
    const back = await TestSocket.connect(api.url, mentor.accessToken);
    await back.ask('room:join', { consultId: id, peerId: mentorPeerId, resume: true });
    studentSocket.forget();
    await others(0);
    expect(studentSocket.all('room:peer-left')).toEqual([]);
    await back.ask('room:leave', {});
    expect(await studentSocket.next('room:peer-left')).toEqual({ peerId: mentorPeerId, reason: 'left' });
    back.close();
    studentSocket.close();
    await remove();
  });
});
