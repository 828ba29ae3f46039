import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PASSWORD } from '../support/account';
import { expectMediaToFlow, expectMediaToGoOn, meet } from '../support/call';
import { Deployment } from '../support/deployment';
import { Person } from '../support/person';

const MINOR = { ageBand: '14-to-18' } as const;
const RELAYED = expect.objectContaining({ candidateType: 'relay' });

let deployment: Deployment;
test.beforeAll(async () => {
  test.setTimeout(1_200_000);
  deployment = await Deployment.up();
});
test.afterAll(() => deployment.down());

test('all services are well, and the nodes hear each other', async ({ request }) => {
  const one = ['healthy'];
  const well = { api: ['healthy', 'healthy'], caddy: one, coturn: one, postgres: one, valkey: one };
  await expect.poll(() => deployment.health(), { timeout: 60_000 }).toEqual(well);
  const ready = await request.get(`${deployment.origin}/api/health/ready`);
  expect(await ready.json()).toEqual({ status: 'ok', degraded: [] });
});

test('the page comes compressed, to be kept for a year, with its policy', async ({ request }) => {
  const page = await request.get(deployment.origin);
  expect(page.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers()['cache-control']).toBe('no-cache');
  const script = /src="(\/assets\/[^"]+\.js)"/u.exec(await page.text())?.[1] ?? '';
  const file = await request.get(`${deployment.origin}${script}`, { headers: { 'accept-encoding': 'br, gzip' } });
  expect(file.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  });
});

test('a client that dribbles its request is cut off', async () => {
  const socket = connect(Number(new URL(deployment.origin).port), '127.0.0.1');
  socket.on('error', () => socket.destroy());
  const started = Date.now();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  const dribble = setInterval(() => socket.write('x-more: y\r\n'), 500);
  await once(socket.resume(), 'close');
  clearInterval(dribble);
  expect(Date.now() - started).toBeLessThan(20_000);
});

test('no secret stands on a command line or in a log', async () => {
  const shown = (await deployment.compose('top')) + (await deployment.compose('logs', '--no-color'));
  expect(shown).toContain('turnserver');
  for (const secret of deployment.secrets) expect(shown).not.toContain(secret);
});

test('a minor and an approved mentor meet through Caddy and coturn; their call goes on through an upgrade', async ({
  browser,
}) => {
  const student = await Person.student(browser, deployment, MINOR);
  const mentor = await Person.mentor(browser, deployment);
  await deployment.approve(mentor.email);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  for (const person of [student, mentor]) expect(await person.path()).toEqual([RELAYED, RELAYED]);

  const before = await deployment.containersOf('api');
  await Promise.all([deployment.ieum('upgrade'), expectMediaToGoOn(40_000, student, mentor)]);
  const after = await deployment.containersOf('api');
  expect(after).toHaveLength(before.length);
  expect(after.filter((container) => before.includes(container))).toEqual([]);
  expect((await deployment.health())['api']).toEqual(['healthy', 'healthy']);
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});

test('without Valkey a call goes on, the page says what is degraded, and all heals by itself', async ({ browser }) => {
  test.setTimeout(240_000);
  const student = await Person.student(browser, deployment);
  const mentor = await Person.mentor(browser, deployment);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const degraded = ({ page }: Person) => page.locator('[data-connection=degraded]');
  for (const person of [student, mentor]) await expect(degraded(person)).toHaveCount(0);
  await deployment.compose('stop', 'valkey');
  for (const person of [student, mentor]) await expect(degraded(person)).toBeVisible();
  await expectMediaToGoOn(5_000, student, mentor);
  await deployment.compose('start', 'valkey');
  // The engine's name service forgets a name that is gone, and takes its time to know it again.
  for (const person of [student, mentor]) await expect(degraded(person)).toHaveCount(0, { timeout: 60_000 });
  await expectMediaToFlow(student, mentor);
  await student.close();
  await mentor.close();
});

/** What the doctor says of the object store, from a container of the API with these options. */
async function objectStore(...options: readonly string[]): Promise<unknown> {
  const command = ['api', 'node', 'apps/api/dist/cli/doctor.js', '--json'];
  const run = ['run', '--rm', '--no-deps', '-T', ...options, ...command];
  // It ends with 1 where anything fails: here there is no certificate.
  const report = await deployment.compose(...run).catch((error: { stdout: string }) => error.stdout);
  const { findings } = JSON.parse(report) as { findings: { check: string }[] };
  return findings.find(({ check }) => check === 'object-store');
}

test('recordings can be kept in the folder that both nodes share', async () => {
  expect(await objectStore()).toMatchObject({ state: 'ok', about: '/objects' });
});

test('recordings can be kept in the store that comes with it', async () => {
  await deployment.compose('--profile', 'objects', 'up', '-d', '--build', 'seaweedfs');
  await expect
    .poll(() => objectStore('-e', 'S3_ENDPOINT=http://seaweedfs:8333'), { timeout: 120_000 })
    .toMatchObject({ state: 'ok', about: 'seaweedfs:8333/ieum' });
});

test('what was backed up comes back, and the file shows nothing without its key', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'ieum-backup-'));
  const file = join(folder, 'backup');
  const before = await Person.student(browser, deployment);
  await deployment.ieum('backup', file);
  expect((await readFile(file, 'latin1')).includes(before.email)).toBe(false);
  const after = await Person.student(browser, deployment);

  await deployment.ieum('restore', file);
  await expect.poll(() => deployment.health().then(({ caddy }) => caddy), { timeout: 60_000 }).toEqual(['healthy']);
  const logIn = (email: string) =>
    before.context.request.post('/api/auth/login', { data: { email, password: PASSWORD } });
  expect((await logIn(before.email)).status()).toBe(200);
  expect((await logIn(after.email)).status()).toBe(401);
  await before.close();
  await after.close();
  await rm(folder, { recursive: true });
});
