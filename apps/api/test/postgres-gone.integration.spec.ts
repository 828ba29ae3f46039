import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, live } from './support/consult-fixtures';
import { SystemPostgres, systemPostgresVersions } from './support/system-postgres';
import { startTestApi, type TestApi } from './support/test-api';
import { Writer } from './support/writer';

/** How long it is gone: `GONE_S=30` for as long as operators were promised. */
const GONE_MS = Number(process.env['GONE_S'] ?? 3) * 1000;
const BACK_WITHIN_MS = 10_000;
const STUDENTS = 12;

describe('while the database is gone', () => {
  let postgres: SystemPostgres;
  let api: TestApi;
  beforeAll(async () => {
    postgres = await SystemPostgres.start(systemPostgresVersions()[0] ?? '');
    api = await startTestApi({ database: postgres });
  }, 60_000);
  afterAll(() => api.close());

  it('a call goes on, every write is refused or kept, and the node is ready soon after', async () => {
    const call = await live(api);
    const writers: Writer[] = [];
    for (let made = 0; made < STUDENTS; made += 1) writers.push(new Writer(api.url, await api.registerStudent()));
    const writing = writers.map((writer) => writer.write());
    await Promise.all(writers.map((writer) => writer.granted(2)));

    postgres.crash();
    await api.until(async () => (await api.get('/api/health/ready')).status === 503);
    expect((await api.get('/api/health/live')).status).toBe(200);
    const gone = await api.get('/api/consults/current', call.student);
    expect([gone.status, codeOf(gone)]).toEqual([503, 'server/unavailable']);
    await call.studentSocket.ask('signal:renew', { to: call.mentorPeerId, connection: 1 });
    expect(await call.mentorSocket.next('signal:renew')).toEqual({ from: call.studentPeerId, connection: 1 });
    await new Promise((resolve) => setTimeout(resolve, GONE_MS));

    postgres.start();
    const backAt = performance.now();
    await api.until(async () => (await api.get('/api/health/ready')).status === 200);
    expect(performance.now() - backAt).toBeLessThan(BACK_WITHIN_MS);
    const before = writers.map(({ count }) => count);
    await Promise.all(writers.map((writer, index) => writer.granted((before[index] ?? 0) + 2)));
    for (const writer of writers) writer.stop();
    await Promise.all(writing);

    expect(writers.some(({ refused }) => refused > 0)).toBe(true);
    for (const writer of writers) {
      const rows = await api.query<{ id: string; status: string }>(
        'SELECT id, status FROM consults WHERE student_id = $1 ORDER BY created_at',
        [writer.student.id],
      );
      expect(rows).toEqual(writer.kept.map((id) => ({ id, status: 'cancelled' })));
    }
    expect([call.studentSocket, call.mentorSocket].every(({ socket }) => socket.connected)).toBe(true);
    call.studentSocket.close();
    call.mentorSocket.close();
  }, 120_000);
});
