import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Coturn } from '@ieum/turn-client/testing';
import { DoctorReport } from '@ieum/api-contract';
import { makeFolder, Product } from './support/product';

const CANARY = 'canary-secret-that-must-stay-inside-0';

describe('npm run doctor', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  beforeEach(async () => {
    folder = await makeFolder();
  });
  afterEach(() => folder.remove());
  const doctor = (env: Record<string, string> = {}, args: string[] = []) =>
    Product.start(folder.path, { env, args, program: 'cli/doctor.js' }).end();

  it('looks at the embedded database of a server that runs, and of one that does not', async () => {
    const before = await doctor();
    expect([before.code, before.errors]).toEqual([0, '']);
    expect(before.output).toMatch(
      /^! Database: Warning\n {4}The embedded database is not running\.\n {4}> Start Ieum/u,
    );
    const product = Product.start(folder.path);
    await product.ready();
    const { code, output, errors } = await doctor();
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(/^\+ Database: Works \(version 1\d\.\d+, answers in ms [\d.]+, /u);
    expect(output).toMatch(/^\+ Clock: Works/mu);
    await product.stop();
  });

  it('fails where something fails, says it in Korean as well, and keeps every secret', async () => {
    const coturn = await Coturn.start({ guarded: true });
    const env = {
      DATABASE_URL: `postgres://ieum:${CANARY}@127.0.0.1:9/ieum`,
      JWT_SECRET: CANARY,
      VALKEY_URL: `redis://:${CANARY}@127.0.0.1:9`,
      TURN_URLS: coturn.urls[0] ?? '',
      TURN_SECRET: CANARY,
    };
    const [english, korean, json] = await Promise.all([
      doctor(env),
      doctor(env, ['--lang', 'ko']),
      doctor(env, ['--json']),
    ]);
    expect([english.code, korean.code, json.code]).toEqual([1, 1, 1]);
    expect(english.output).toMatch(
      /^x Relay \(TURN\) turn:\S+: Failing \(code 401\)\n.*refuses our log-ins\.\n.*TURN_SECRET/mu,
    );
    expect(korean.output).toMatch(/^x 중계 서버\(TURN\) turn:\S+: 실패 \(코드 401\)\n.*로그인을 거절해요\./mu);
    const report = DoctorReport.parse(JSON.parse(json.output));
    expect(report.findings.find(({ check }) => check === 'valkey')?.reasons).toEqual(['valkey-unreachable']);
    for (const { output, errors } of [english, korean, json]) expect(output + errors).not.toContain('canary');
    await coturn.stop();
  });

  it.each([[['--lang', 'fr']], [['--colour']], [['relay']]])('refuses %j with its usage', async (args) => {
    const { code, errors, output } = await doctor({}, args);
    expect([code, errors, output]).toEqual([1, 'usage: npm run doctor -- [--json] [--lang ko]\n', '']);
  });

  it('says which setting cannot be used', async () => {
    const { code, errors } = await doctor({ TURN_URLS: 'turn:a' });
    expect([code, errors]).toEqual([1, 'The setting TURN_URLS cannot be used alone: set TURN_SECRET too.\n']);
  });
});
