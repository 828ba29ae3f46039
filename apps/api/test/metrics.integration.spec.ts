import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../src/database/database';
import { Metrics } from '../src/metrics/metrics';
import { MetricsServer } from '../src/metrics/metrics-server.service';
import { createConsult, live } from './support/consult-fixtures';
import { Scrape } from './support/scrape';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi } from './support/test-api';

describe('the metrics', () => {
  let api: TestApi;
  const port = () => api.app.get(MetricsServer).port;
  const scrape = () => Scrape.of(port());
  beforeAll(async () => {
    api = await startTestApi({ config: { metrics: { port: 0, host: '127.0.0.1' } } });
  });
  afterAll(() => api.close());

  it('are on a port of their own, at one address, and not where the page is', async () => {
    expect(String(port())).not.toBe(new URL(api.url).port);
    expect((await fetch(`http://127.0.0.1:${port()}/`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port()}/metrics`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port()}/api/health/live`)).status).toBe(404);
    for (const path of ['/metrics', '/api/metrics']) {
      const answer = await api.get(path);
      expect(JSON.stringify(answer.body)).not.toContain('process_cpu');
      expect(answer.status).not.toBe(200);
    }
  });

  it('are nowhere unless they are asked for', async () => {
    const silent = await startTestApi();
    expect(silent.app.get(MetricsServer).port).toBeUndefined();
    await silent.close();
  });

  it('can be read by Prometheus, the process’ own among them', async () => {
    const now = await scrape();
    expect(now.text).toMatch(/^# TYPE ieum_accepts_total counter$/mu);
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'ieum_sockets',
      'ieum_rooms',
    ])
      expect(now.names).toContain(name);
    expect(now.sum('ieum_ready')).toBe(1);
    expect(now.sum('ieum_build_info')).toBe(1);
    expect([now.sum('ieum_cluster_state', { state: 'alone' }), now.sum('ieum_cluster_state')]).toEqual([1, 1]);
    expect(now.sum('ieum_cluster_other_nodes')).toBe(0);
  });

  it('show who waits and since when, who was taken, and who came too late', async () => {
    const student = await api.registerStudent();
    const { id: consultId } = await createConsult(api, student, { kind: 'speaking', topic: 'opic' });
    const waiting = await scrape();
    expect(waiting.sum('ieum_waiting_consults', { kind: 'speaking' })).toBe(1);
    expect(waiting.sum('ieum_waiting_oldest_seconds', { kind: 'speaking' })).toBeGreaterThan(0);
    const sockets = await Promise.all(
      [0, 1, 2].map(async () => TestSocket.connect(api.url, (await api.registerMentor()).accessToken)),
    );
    await Promise.all(sockets.map((socket) => socket.askRaw('consult:accept', { consultId })));
    const after = await scrape();
    const grew = (name: string) => (after.sum(name) ?? 0) - (waiting.sum(name) ?? 0);
    expect(grew('ieum_accepts_total')).toBe(1);
    expect(grew('ieum_accept_wait_seconds_count')).toBe(1);
    expect(grew('ieum_accept_races_lost_total')).toBe(2);
    expect(after.sum('ieum_socket_refusals_total', { code: 'consults/already-matched' })).toBe(2);
    expect(after.sum('ieum_waiting_consults', { kind: 'speaking' })).toBe(0);
    expect(after.sum('ieum_waiting_oldest_seconds', { kind: 'speaking' })).toBe(0);
    for (const socket of sockets) socket.close();
  });

  it('count sockets, seats, and what goes between members by its kind', async () => {
    const before = await scrape();
    const { studentSocket, mentorSocket, mentorPeerId } = await live(api);
    await studentSocket.ask('signal:renew', { to: mentorPeerId, connection: 1 });
    await studentSocket.ask('document:frame', { to: mentorPeerId, frame: 'AAEC' });
    const during = await scrape();
    const grew = (name: string, labels = {}) => (during.sum(name, labels) ?? 0) - (before.sum(name, labels) ?? 0);
    expect(grew('ieum_rooms')).toBe(1);
    expect(grew('ieum_seats')).toBe(2);
    expect(during.sum('ieum_sockets')).toBeGreaterThanOrEqual(2);
    expect(grew('ieum_relayed_messages_total', { event: 'signal:renew' })).toBe(1);
    expect(grew('ieum_relayed_messages_total', { event: 'document:frame' })).toBe(1);
    const flood = Array.from({ length: 20 }, () => studentSocket.askRaw('room:leave', {}));
    await Promise.all(flood);
    expect((await scrape()).sum('ieum_rate_limited_total', { event: 'room:leave' })).toBeGreaterThan(5);
    studentSocket.close();
    mentorSocket.close();
    await api.until(async () => (await scrape()).sum('ieum_seats') === before.sum('ieum_seats'));
  });

  it('show what calls are like, once their browsers told, and each thing once', async () => {
    const { studentSocket, mentorSocket } = await live(api);
    const path = { type: 'path', local: 'relay', remote: 'relay', protocol: 'tls' } as const;
    const figures = { type: 'figures', roundTripMs: 120, lossIn: 0.03, level: 'fair' } as const;
    const healing = { type: 'healing', step: 'relay-only', cause: 'path-lost' } as const;
    for (const [seq, fact] of [{ type: 'connected', setUpMs: 700 } as const, path, figures, healing].entries()) {
      await studentSocket.ask('call:report', { seq, agoMs: 0, fact });
      await studentSocket.ask('call:report', { seq, agoMs: 0, fact });
    }
    const healed = { type: 'healed', step: 'relay-only', afterMs: 2500 } as const;
    await studentSocket.ask('call:report', { seq: 4, agoMs: 0, fact: healed });
    await api.until(async () => (await scrape()).sum('ieum_call_healed_seconds_count') === 1);
    const told = await scrape();
    expect(told.sum('ieum_call_setup_seconds_sum')).toBeCloseTo(0.7);
    expect(told.sum('ieum_call_paths_total', { local: 'relay', remote: 'relay', protocol: 'tls' })).toBe(1);
    expect(told.sum('ieum_call_round_trip_seconds_bucket', { le: '0.15' })).toBe(1);
    expect(told.sum('ieum_call_round_trip_seconds_bucket', { le: '0.1' })).toBe(0);
    expect(told.sum('ieum_call_loss_ratio_count')).toBe(1);
    expect(told.sum('ieum_call_healing_steps_total', { step: 'relay-only', cause: 'path-lost' })).toBe(1);
    studentSocket.close();
    mentorSocket.close();
  });

  it('count whoever is not let in, by why', async () => {
    const wrong = { email: 'nobody@example.org', password: 'not-the-right-one' };
    const before = (await scrape()).sum('ieum_sign_ins_refused_total', { reason: 'credentials' }) ?? 0;
    await api.post('/api/auth/login', wrong);
    await expect(TestSocket.connect(api.url, 'no token')).rejects.toThrow();
    const after = await scrape();
    expect(after.sum('ieum_sign_ins_refused_total', { reason: 'credentials' })).toBe(before + 1);
    expect(after.sum('ieum_handshakes_refused_total', { code: 'auth/unauthenticated' })).toBe(1);
    for (let tries = 0; tries < 12; tries += 1) await api.post('/api/auth/login', wrong);
    expect((await scrape()).sum('ieum_sign_ins_refused_total', { reason: 'rate-limited' })).toBeGreaterThan(0);
  });

  it('time queries by what they do, and count those that fail', async () => {
    const read = await scrape();
    for (const verb of ['select', 'insert', 'update']) {
      expect(read.sum('ieum_database_query_seconds_count', { verb })).toBeGreaterThan(0);
    }
    const before = read.sum('ieum_database_errors_total', { verb: 'select' }) ?? 0;
    await expect(api.app.get(Database).query('SELECT nothing')).rejects.toThrow();
    expect((await scrape()).sum('ieum_database_errors_total', { verb: 'select' })).toBe(before + 1);
  });

  it('have room for those of other modules', async () => {
    const gauge = api.app.get(Metrics).gauge({ name: 'ieum_test_success', help: 'For this spec.' });
    gauge.set(1);
    expect((await scrape()).sum('ieum_test_success')).toBe(1);
  });

  it('name nobody and have few series', async () => {
    const { id, student, mentor, studentSocket, mentorSocket } = await live(api);
    const read = await scrape();
    for (const word of [id, student.id, mentor.id, student.accessToken, 'nobody@example.org', 'example.org'])
      expect(read.text).not.toContain(word);
    for (const name of read.names) expect([name, read.seriesOf(name) <= 60]).toEqual([name, true]);
    studentSocket.close();
    mentorSocket.close();
  });
});
