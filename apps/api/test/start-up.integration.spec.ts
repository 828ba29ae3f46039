import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder, occupyPort, Product } from './support/product';

describe('starting Ieum', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  beforeEach(async () => {
    folder = await makeFolder();
  });
  afterEach(() => folder.remove());

  const failure = async (env: Record<string, string>, args: string[] = [], dataDir = join(folder.path, 'data')) => {
    const { code, errors } = await Product.start(dataDir, { env, args }).end();
    const lines = errors.trim().split('\n');
    return { code, lines };
  };

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://somewhere/else'],
    ['DATABASE_URL', 'nonsense'],
    ['ICE_SERVERS', 'stun:stun.example.org'],
    ['ICE_SERVERS', '{"urls":"x"}'],
    ['TURN_SECRET', 'short'],
    ['TURN_TTL_SECONDS', '7200'],
    ['METRICS_PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['JWT_SECRET', 'short'],
    ['PUBLIC_ORIGIN', 'ieum.example.org'],
  ])('says in one line that %s=%s cannot be used, and what to do', async (name, value) => {
    const { code, lines } = await failure({ [name]: value });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(name);
    expect(lines[0]).toMatch(/set it to .+\.$/u);
  });

  it('says in one line that TURN servers and their secret belong together, and keeps the secret', async () => {
    const TURN_SECRET = 'canary-secret-that-the-relay-shares-with-us';
    expect((await failure({ TURN_SECRET })).lines).toEqual([
      expect.stringMatching(/^(?!.*canary).*set TURN_URLS too\.$/u),
    ]);
    const { code, lines } = await failure({ TURN_URLS: 'turn:turn.example.org' });
    expect([code, lines]).toEqual([1, [expect.stringMatching(/set TURN_SECRET too\.$/u)]]);
    const wrong = await failure({ TURN_URLS: 'https://turn.example.org', TURN_SECRET });
    expect(wrong.lines).toEqual([expect.stringMatching(/^(?!.*canary).*TURN_URLS.*set it to .+\.$/u)]);
  });

  it('says in one line that the settings of a store of objects belong together, and keeps the secret', async () => {
    const S3_SECRET_ACCESS_KEY = 'canary-secret-of-the-store';
    const { code, lines } = await failure({ S3_ENDPOINT: 'https://s3.example.org', S3_SECRET_ACCESS_KEY });
    expect([code, lines]).toEqual([1, [expect.stringMatching(/^(?!.*canary).*set S3_BUCKET too\.$/u)]]);
  });

  it('warns once where no relay is set up, and not where one is', async () => {
    const warnings = async (env: Record<string, string>) => {
      const product = Product.start(folder.path, { env: { LOG_LEVEL: 'warn', ...env } });
      await product.ready();
      await product.stop();
      return product.said.match(/There is no relay/gu)?.length ?? 0;
    };
    expect(await warnings({})).toBe(1);
    expect(await warnings({ TURN_URLS: 'turn:turn.example.org', TURN_SECRET: 's'.repeat(32) })).toBe(0);
  });

  it('says in one line that the port is in use', async () => {
    const taken = await occupyPort();
    const { code, lines } = await failure({ PORT: String(taken.port) });
    await taken.free();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/port.*in use.*PORT/iu)]);
  });

  it('says in one line that the port of the metrics is in use', async () => {
    const taken = await occupyPort();
    const { code, lines } = await failure({ METRICS_PORT: String(taken.port) });
    await taken.free();
    expect([code, lines]).toEqual([1, [expect.stringMatching(/METRICS_PORT.*set them to others\.$/u)]]);
  });

  it('says in one line that the data folder cannot be written to', async () => {
    await writeFile(join(folder.path, 'a-file'), '');
    const { code, lines } = await failure({}, [], join(folder.path, 'a-file', 'data'));
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/cannot be written to.*DATA_DIR/u)]);
  });

  it('says in one line that the database does not answer, without its password', async () => {
    const url = 'postgres://ieum:canary-password@127.0.0.1:9/ieum';
    const { code, lines } = await failure({ DATABASE_URL: url });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/database does not answer.*DATABASE_URL/u)]);
    expect(lines[0]).not.toContain('canary');
  });

  it('says in one line that its secrets are damaged', async () => {
    const first = Product.start(folder.path);
    await first.ready();
    await first.stop();
    await writeFile(join(folder.path, 'secrets.json'), '{"jwtSecret":');
    const { code, lines } = await failure({}, [], folder.path);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/secrets\.json is damaged/u)]);
  });

  it('refuses the demo in production', async () => {
    const { code, lines } = await failure({ NODE_ENV: 'production' }, ['--demo']);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/--demo/u)]);
  });

  it('refuses sample secrets in production, and does not repeat them', async () => {
    const sample = 'change-me-with-ieum-init-jwt-secret';
    const { code, lines } = await failure({ NODE_ENV: 'production', JWT_SECRET: sample });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/JWT_SECRET.*sample.*ieum init/u)]);
    expect(lines[0]).not.toContain(sample);
  });

  it('refuses a folder that another Ieum uses, and leaves that one alone', async () => {
    const first = Product.start(folder.path);
    const api = await first.ready();
    const { code, lines } = await failure({}, [], folder.path);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(new RegExp(`process ${first.child.pid}.*DATA_DIR`, 'u'))]);
    expect((await api.get('/api/health/ready')).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  it('makes secrets that only its owner can read, says the address, and logs no secret', async () => {
    const product = Product.start(folder.path, { env: { LOG_LEVEL: 'trace' } });
    await product.ready();
    const file = join(folder.path, 'secrets.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder.path, 'postgres'))).mode & 0o777).toBe(0o700);
    const secrets = Object.values(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
    expect(await product.stop('SIGINT')).toBe(0);
    expect(product.said).toMatch(/^Ieum is ready at http:\/\/localhost:\d+$/mu);
    for (const secret of secrets) expect(product.said).not.toContain(secret);
  });
});
