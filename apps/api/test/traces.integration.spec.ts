import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@ieum/turn-client/testing';
import { openDatabase } from '../src/database/data-source';
import { Collector } from './support/collector';
import { codeOf, createConsult } from './support/consult-fixtures';
import { makeFolder, Product } from './support/product';
import { TestSocket } from './support/socket-client';
import { makeDatabase } from './support/template-database';
import { TestAccounts } from './support/test-accounts';

const INTERNAL_SPAN_ERROR = 2;

describe('the traces', () => {
  let collector: Collector;
  const closers: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    collector = await Collector.start();
    closers.push(() => collector.stop());
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  async function start(env: Readonly<Record<string, string>>) {
    const [folder, database] = [await makeFolder(), await makeDatabase()];
    const product = Product.start(folder.path, { env: { DATABASE_URL: database.url, LOG_LEVEL: 'error', ...env } });
    closers.push(folder.remove, database.drop, () => product.stop('SIGKILL'));
    const { url } = await product.ready();
    const dataSource = await openDatabase(database.url);
    closers.push(() => dataSource.destroy());
    return { product, api: new TestAccounts(url, dataSource) };
  }

  it('tell each request by its route and each event by its name, with what they asked of the database', async () => {
    const { product, api } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` });
    const mentor = await api.registerMentor();
    const { id } = await createConsult(api, await api.registerStudent());
    const socket = await TestSocket.connect(api.url, mentor.accessToken);
    await socket.ask('consult:accept', { consultId: id });
    expect(await socket.askRaw('consult:accept', { consultId: id })).toMatchObject({ ok: true });
    await api.get(`/api/consults/${id}`, mentor);
    await api.get('/no/such/page');
    socket.close();
    expect(await product.stop()).toBe(0);
    const asked = collector.traceOf('POST /api/consults');
    expect(asked.request.parentSpanId).toBeUndefined();
    expect(asked.request.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/api/consults',
      'http.response.status_code': 201,
    });
    expect(asked.below).not.toEqual([]);
    for (const query of asked.below) {
      expect(query.traceId).toBe(asked.request.traceId);
      expect(query.attributes).toMatchObject({ 'db.system.name': 'postgresql', 'db.operation.name': query.name });
      expect(String(query.attributes['db.query.text'])).toMatch(/\$1/u);
    }
    const accepted = collector.traceOf('socket consult:accept');
    expect(accepted.below.map(({ name }) => name)).toContain('update');
    expect(collector.traceOf('GET /api/consults/:consultId').request.attributes['http.response.status_code']).toBe(200);
    const names = collector.spans.filter(({ parentSpanId }) => !parentSpanId).map(({ name }) => name);
    expect(names.filter((name) => !/^(?:socket [a-z:-]+|[A-Z]+ \/api\/[\w:/-]+)$/u.test(name))).toEqual([]);
  });

  it('tell what went wrong by its code alone', async () => {
    const { product, api } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const [student, mentor] = [await api.registerStudent(), await api.registerMentor()];
    const { id } = await createConsult(api, student);
    await api.post(`/api/consults/${id}/cancel`, undefined, student);
    const socket = await TestSocket.connect(api.url, mentor.accessToken);
    await expect(socket.ask('consult:accept', { consultId: id })).rejects.toThrow('consults/');
    await api.dataSource.query('ALTER TABLE consults RENAME TO consults_away');
    expect(codeOf(await api.get('/api/consults/current', student))).toBe('server/internal');
    await api.dataSource.query('ALTER TABLE consults_away RENAME TO consults');
    socket.close();
    expect(await product.stop()).toBe(0);
    const refused = collector.traceOf('socket consult:accept').request;
    expect([refused.attributes['error.type'], refused.status.code ?? 0]).toEqual([
      expect.stringMatching(/^consults\//u),
      0,
    ]);
    const failed = collector.traceOf('GET /api/consults/current');
    expect(failed.request.status).toEqual({ code: INTERNAL_SPAN_ERROR });
    expect(failed.below.at(-1)?.status).toEqual({ code: INTERNAL_SPAN_ERROR });
  });

  it('are not taken from whoever asks, and of no more requests than is set', async () => {
    const { product, api } = await start({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER_ARG: '0',
    });
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const student = await api.registerStudent();
    await api.send('/api/consults/current', {
      headers: { traceparent, authorization: `Bearer ${student.accessToken}` },
    });
    expect(await product.stop()).toBe(0);
    expect(collector.spans).toEqual([]);
  });

  it('hold nothing up when nobody collects them, which is said once', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const { product, api } = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: nobody, LOG_LEVEL: 'warn' });
    await createConsult(api, await api.registerStudent());
    expect(await product.stop()).toBe(0);
    expect(product.said.match(/Traces cannot be sent/gu)).toHaveLength(1);
  });
});
