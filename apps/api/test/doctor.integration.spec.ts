import { DoctorReport } from '@ieum/api-contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Coturn, makeCertificate } from '@ieum/turn-client/testing';
import { createClient } from '@redis/client';
import { answering, figureOf, findingsOf, frontOf, GB, reportOn, silent, verdict } from './support/doctor-fixtures';
import { makeDatabase, makeEmptyDatabase } from './support/template-database';
import { startTestApi, type TestApi } from './support/test-api';
import { TestS3 } from './support/s3-server';
import { TestValkey } from './support/valkey';

const MB = 1024 ** 2;
const portOf = (url: string) => Number(new URL(url).port);

describe('a healthy installation', () => {
  it('is found healthy in all its parts, with what was measured', async () => {
    const valkey = await TestValkey.start();
    const first = await startTestApi();
    const api = await startTestApi({ config: { valkeyUrl: valkey.url } });
    const coturn = await Coturn.start({ guarded: true });
    const certificate = await makeCertificate();
    const front = await frontOf(portOf(api.url), certificate);
    const s3 = await TestS3.start();
    const { options } = api.dataSource;
    const report = await reportOn({
      databaseUrl: options.type === 'postgres' ? options.url : undefined,
      jwtSecret: api.jwtSecret,
      clusterState: 'joined',
      settings: {
        ...coturn.settings,
        VALKEY_URL: valkey.url,
        DATABASE_URL: 'postgres://elsewhere/ieum',
        JWT_SECRET: api.jwtSecret,
        PUBLIC_ORIGIN: `https://127.0.0.1:${front.port}`,
        ...s3.environment,
      },
      ca: certificate.cert,
    });
    await s3.remove();
    expect(report.findings.map(({ check, state, reasons }) => [check, state, reasons])).toEqual([
      ['database', 'ok', []],
      ['valkey', 'ok', []],
      ['relay', 'ok', []],
      ['relay', 'ok', []],
      ['clock', 'ok', []],
      ['certificate', 'ok', []],
      ['address', 'ok', []],
      ['disk', 'ok', []],
      ['memory', 'ok', []],
      ['speech-to-text', 'not-configured', ['speech-none']],
      ['mail', 'not-configured', ['mail-not-needed']],
      ['object-store', 'ok', []],
    ]);
    expect(report.state).toBe('ok');
    const figures = Object.fromEntries(
      report.findings.flatMap(({ check, figures: some }) => some.map(({ name, value }) => [`${check} ${name}`, value])),
    );
    expect(figures).toMatchObject({
      'database version': expect.stringMatching(/^\d+\.\d+/u),
      'database missingMigrations': 0,
      'valkey version': expect.stringMatching(/^\d+\.\d+/u),
      'valkey nodes': 1,
      'certificate daysLeft': 199,
      'disk freeMb': 51_200,
    });
    expect(figures['clock secondsOff']).toBeLessThan(2);
    await front.close();
    await coturn.stop();
    await api.close();
    await first.close();
    await valkey.kill();
  });
});

describe('the doctor’s look at the database', () => {
  it('finds that nobody answers, that the log-in is refused, and that it was not started', async () => {
    expect(await verdict('database', {})).toEqual(['warning', 'database-not-started']);
    const nobody = { databaseUrl: 'postgres://ieum:canary@127.0.0.1:9/ieum' };
    const report = await reportOn(nobody);
    expect(findingsOf(report, 'database')).toMatchObject([{ state: 'failing', reasons: ['database-unreachable'] }]);
    expect(JSON.stringify(report)).not.toContain('canary');
    const gone = await makeDatabase();
    await gone.drop();
    expect(await verdict('database', { databaseUrl: gone.url })).toEqual(['failing', 'database-refused']);
  });

  it('finds that tables are missing', async () => {
    const { url, drop } = await makeEmptyDatabase();
    const [found] = findingsOf(await reportOn({ databaseUrl: url }), 'database');
    expect(found).toMatchObject({ state: 'failing', reasons: ['database-behind'] });
    expect(found && figureOf(found, 'missingMigrations')).toBeGreaterThanOrEqual(8);
    await drop();
  });

  it('finds that nothing can be written, and leaves everything as it was', async () => {
    const api = await startTestApi();
    const { options } = api.dataSource;
    const databaseUrl = options.type === 'postgres' ? options.url : undefined;
    const print = () => api.query(`SELECT xmin::text, name FROM migrations ORDER BY id`);
    const before = await print();
    expect(await verdict('database', { databaseUrl })).toEqual(['ok']);
    expect(await print()).toEqual(before);
    const [row] = await api.query<{ name: string }>('SELECT current_database() AS name');
    await api.query(`ALTER DATABASE ${row?.name} SET default_transaction_read_only = on`);
    expect(await verdict('database', { databaseUrl })).toEqual(['failing', 'database-read-only']);
    await api.close();
  });
});

describe('the doctor’s look at Valkey', () => {
  it('finds that it is gone, wants a password, or is not heard', async () => {
    const valkey = await TestValkey.start();
    const settings = { VALKEY_URL: valkey.url, DATABASE_URL: 'postgres://x/y', JWT_SECRET: 'j'.repeat(32) };
    expect(await verdict('valkey', { settings })).toEqual(['ok']);
    expect(await verdict('valkey', { settings, clusterState: 'cut-off' })).toEqual(['failing', 'nodes-cut-off']);
    const client = createClient({ url: valkey.url });
    await client.connect();
    await client.sendCommand(['CONFIG', 'SET', 'requirepass', 'canary']);
    client.destroy();
    expect(await verdict('valkey', { settings })).toEqual(['failing', 'valkey-refused']);
    const wrong = { ...settings, VALKEY_URL: valkey.url.replace('//', '//:wrong@') };
    expect(await verdict('valkey', { settings: wrong })).toEqual(['failing', 'valkey-refused']);
    await valkey.kill();
    expect(await verdict('valkey', { settings })).toEqual(['failing', 'valkey-unreachable']);
  });
});

describe('the doctor’s look at the clock', () => {
  let database: Awaited<ReturnType<typeof makeDatabase>>;
  beforeAll(async () => {
    database = await makeDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    [0, ['ok']],
    [5_000, ['warning', 'clock-drifts']],
    [-5_000, ['warning', 'clock-drifts']],
    [60_000, ['failing', 'clock-off']],
    [-60_000, ['failing', 'clock-off']],
  ])('that is %d ms ahead of the database', async (aheadMs, expected) => {
    expect(await verdict('clock', { databaseUrl: database.url, aheadMs })).toEqual(expected);
  });

  it('compares it with the public address as well', async () => {
    const certificate = await makeCertificate();
    const front = await answering('{"status":"ok"}', certificate);
    const given = { settings: { PUBLIC_ORIGIN: `https://127.0.0.1:${front.port}` }, ca: certificate.cert };
    expect(await verdict('clock', given)).toEqual(['ok']);
    expect(await verdict('clock', { ...given, aheadMs: 10_000 })).toEqual(['warning', 'clock-drifts']);
    expect(await verdict('clock', { ...given, aheadMs: -60_000 })).toEqual(['failing', 'clock-off']);
    expect(await verdict('clock', {})).toEqual(['warning', 'clock-not-compared']);
    await front.close();
  });
});

describe('the doctor’s look at the public address', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  const at = (port: number, scheme = 'https') => ({ PUBLIC_ORIGIN: `${scheme}://127.0.0.1:${port}` });

  it('finds nobody there, something else, and a proxy that lets no socket through', async () => {
    const certificate = await makeCertificate();
    const ca = certificate.cert;
    const other = await answering('<h1>Welcome to nginx</h1>', certificate);
    const halfway = await answering('{"status":"ok"}', certificate);
    closers.push(other.close, halfway.close);
    expect(await verdict('address', {})).toEqual(['not-configured', 'address-none']);
    expect(await verdict('address', { settings: at(9) })).toEqual(['failing', 'address-unreachable']);
    expect(await verdict('address', { settings: at(other.port), ca })).toEqual(['failing', 'address-other-answer']);
    expect(await verdict('address', { settings: at(halfway.port), ca })).toEqual([
      'failing',
      'address-without-sockets',
    ]);
    const plain = { settings: at(portOf(api.url), 'http') };
    expect(await verdict('address', plain)).toEqual(['ok']);
    expect(await verdict('certificate', plain)).toEqual(['not-configured', 'certificate-none']);
  });

  it.each([
    ['has ended', { days: -1 }, ['failing', 'certificate-ended']],
    ['ends soon', { days: 10 }, ['warning', 'certificate-ends-soon']],
    ['is another name’s', { name: 'DNS:ieum.example.org' }, ['failing', 'certificate-other-name']],
  ])('finds that its certificate %s', async (_what, made, expected) => {
    const certificate = await makeCertificate(made);
    const front = await frontOf(portOf(api.url), certificate);
    closers.push(front.close);
    expect(await verdict('certificate', { settings: at(front.port), ca: certificate.cert })).toEqual(expected);
  });

  it('finds that nobody trusts its certificate, and that there is none', async () => {
    const front = await frontOf(portOf(api.url), await makeCertificate());
    closers.push(front.close);
    expect(await verdict('certificate', { settings: at(front.port) })).toEqual(['failing', 'certificate-untrusted']);
    expect(await verdict('certificate', { settings: at(portOf(api.url)) })).toEqual([
      'failing',
      'certificate-unreachable',
    ]);
  });
});

describe('the doctor', () => {
  it.each([
    [50 * GB, ['ok']],
    [500 * MB, ['warning', 'disk-low']],
    [100 * MB, ['failing', 'disk-full']],
  ])('looks whether there is room: %d bytes', async (free, expected) => {
    expect(await verdict('disk', { free })).toEqual(expected);
  });

  it('looks whether there is memory', async () => {
    expect(await verdict('memory', { freeMemory: 50 * MB })).toEqual(['warning', 'memory-low']);
  });

  it('is done in about five seconds when nobody says a word', async () => {
    const mute = await silent();
    const here = `127.0.0.1:${mute.port}`;
    const startedAt = performance.now();
    const report = await reportOn({
      databaseUrl: `postgres://ieum:canary@${here}/ieum`,
      settings: {
        DATABASE_URL: 'postgres://x/y',
        JWT_SECRET: 'j'.repeat(32),
        VALKEY_URL: `redis://${here}`,
        TURN_URLS: `turn:${here}?transport=tcp,turns:${here}`,
        TURN_SECRET: 't'.repeat(32),
        PUBLIC_ORIGIN: `https://${here}`,
        S3_ENDPOINT: `http://${here}`,
        S3_BUCKET: 'ieum',
        S3_ACCESS_KEY_ID: 'id',
        S3_SECRET_ACCESS_KEY: 's'.repeat(32),
      },
    });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const failing = report.findings.filter(({ state }) => state === 'failing').map(({ check }) => check);
    expect(failing).toEqual(['database', 'valkey', 'relay', 'relay', 'certificate', 'address', 'object-store']);
    await mute.close();
  });
});

describe('GET /api/admin/doctor', () => {
  it('is the admins’ alone, one look for all who ask within ten seconds', async () => {
    const api = await startTestApi();
    const admin = await api.registerAdmin();
    const asked = await Promise.all([1, 2, 3].map(() => api.get('/api/admin/doctor', admin)));
    const again = await api.get('/api/admin/doctor', admin);
    const [report] = asked.map(({ body }) => DoctorReport.parse(body));
    expect(report?.findings.find(({ check }) => check === 'database')).toMatchObject({ state: 'ok', reasons: [] });
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { body } of [...asked, again]) expect(body).toEqual(report);
    for (const [user, status] of [
      [undefined, 401],
      [await api.registerStudent(), 403],
      [await api.registerMentor(), 403],
    ] as const) {
      expect((await api.get('/api/admin/doctor', user)).status).toBe(status);
    }
    await api.close();
  });
});
