import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsultLeasesService } from '../src/consults/consult-leases.service';
import { codeOf, type ConsultResponse, createConsult, live, matched } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi } from './support/test-api';

describe('a consult’s lease', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const leaseOf = async (id: string) => {
    const [row] = await api.query<{ seconds: number }>(
      'SELECT extract(epoch FROM lease_until - now())::float8 AS seconds FROM consults WHERE id = $1',
      [id],
    );
    return row?.seconds ?? 0;
  };
  const letRunOut = (id: string) => api.query(`UPDATE consults SET lease_until = now() WHERE id = $1`, [id]);
  const expireDue = () => api.app.get(ConsultLeasesService).expireDue();

  it('gives a new consult three minutes', async () => {
    const { id } = await createConsult(api, await api.registerStudent());
    expect(await leaseOf(id)).toBeGreaterThan(175);
    expect(await leaseOf(id)).toBeLessThanOrEqual(180);
  });

  it('is renewed as soon as its owner connects', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    await api.query(`UPDATE consults SET lease_until = now() + interval '20 seconds' WHERE id = $1`, [id]);
    const socket = await TestSocket.connect(api.url, student.accessToken);
    await api.until(async () => (await leaseOf(id)) > 170);
    socket.close();
  });

  it('takes a consult whose owner is gone off every list', async () => {
    const mentor = await TestSocket.connect(api.url, (await api.registerMentor()).accessToken);
    await mentor.ask('list:subscribe', {});
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    await letRunOut(id);
    await expireDue();
    const { removed } = await mentor.next('list:changed', (frame) => frame.removed.some((each) => each.id === id));
    expect(removed).toContainEqual({ id, reason: 'expired' });
    const seen = (await api.get(`/api/consults/${id}`, student)).body as ConsultResponse;
    expect(seen.consult.status).toBe('expired');
    mentor.close();
  });

  it('cannot be accepted once it ran out, even before anybody noticed', async () => {
    const { id } = await createConsult(api, await api.registerStudent());
    await letRunOut(id);
    const late = await api.post(`/api/consults/${id}/accept`, undefined, await api.registerMentor());
    expect([late.status, codeOf(late)]).toEqual([409, 'consults/not-open']);
  });

  it('expires by itself at the moment it runs out', async () => {
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    await api.query(`UPDATE consults SET lease_until = now() + interval '100 seconds' WHERE id = $1`, [id]);
    const socket = await TestSocket.connect(api.url, student.accessToken);
    // The connection's own renewal is behind us, and cannot undo what follows.
    await api.until(async () => (await leaseOf(id)) > 170);
    await api.query(`UPDATE consults SET lease_until = now() + interval '300 milliseconds' WHERE id = $1`, [id]);
    await expireDue();
    await socket.next('consult:changed', ({ consult }) => consult.id === id && consult.status === 'expired');
    socket.close();
  });

  it('frees a matched consult to which nobody came, and ends a live one that both left', async () => {
    const waiting = await matched(api);
    await letRunOut(waiting.id);
    const abandoned = await live(api);
    abandoned.studentSocket.close();
    abandoned.mentorSocket.close();
    await letRunOut(abandoned.id);
    await expireDue();
    const statusOf = async (id: string, who: typeof waiting.student) =>
      ((await api.get(`/api/consults/${id}`, who)).body as ConsultResponse).consult.status;
    expect(await statusOf(waiting.id, waiting.student)).toBe('expired');
    expect(await statusOf(abandoned.id, abandoned.student)).toBe('ended');
  });

  it('survives a restart: nothing is lost and no ghost stays', async () => {
    const first = await startTestApi();
    const student = await first.registerStudent();
    const { id } = await createConsult(first, student);
    const ghost = await createConsult(first, await first.registerStudent());
    await first.query(`UPDATE consults SET lease_until = now() - interval '1 hour'`);
    const second = await first.restart();
    const mentor = await TestSocket.connect(second.url, (await second.registerMentor()).accessToken);
    const { cards } = await mentor.ask('list:subscribe', {});
    expect(cards.map((card) => card.id).sort()).toEqual([id, ghost.id].sort());
    const back = await TestSocket.connect(second.url, student.accessToken);
    await second.query(`UPDATE consults SET lease_until = now() WHERE id = $1`, [ghost.id]);
    await second.app.get(ConsultLeasesService).expireDue();
    await mentor.next('list:changed', ({ removed }) => removed.some((each) => each.id === ghost.id));
    expect((await mentor.ask('list:subscribe', {})).cards.map((card) => card.id)).toEqual([id]);
    back.close();
    mentor.close();
    await second.close();
  });
});
