import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsultHistory, MentorProfileResponse, Session } from '@ieum/api-contract';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder, Product } from './support/product';
import { TestSocket } from './support/socket-client';
import type { TestRequests } from './support/test-requests';

const PERSON = { email: 'a@example.org', nickname: '하늘', password: 'violet-otter-piano-77', ageBand: '19-to-24' };
const PROFILE = { kinds: ['tutoring'], topics: ['math'], languages: ['ko'], line: '' };

async function register(api: TestRequests, wants: string): Promise<Session> {
  const answer = await api.post('/api/auth/register', { ...PERSON, wants });
  expect(answer.status).toBe(201);
  return answer.body as Session;
}

/** The server's process id, as PostgreSQL notes it. */
const postmasterOf = async (folder: string) =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(execFileSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return false;
  }
}

describe('stopping and starting again', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let product: Product;
  let api: TestRequests;
  beforeEach(async () => {
    folder = await makeFolder();
    await start();
  });
  afterEach(async () => {
    await product.stop();
    await folder.remove();
  });

  async function start(): Promise<void> {
    product = Product.start(folder.path);
    api = await product.ready();
  }

  it('loses nothing: the account, and the token it was given', async () => {
    const session = await register(api, 'get-help');
    const database = await postmasterOf(folder.path);
    expect(await product.stop()).toBe(0);
    expect(isRunning(database)).toBe(false);
    await start();
    expect((await api.get('/api/auth/me', session)).body).toEqual(session.user);
    expect((await api.post('/api/auth/login', { email: PERSON.email, password: PERSON.password })).status).toBe(200);
  });

  it('opens clean after it was killed, again and again, with the orphaned database still running', async () => {
    const session = await register(api, 'get-help');
    for (let round = 0; round < 3; round += 1) {
      const orphan = await postmasterOf(folder.path);
      await product.stop('SIGKILL');
      expect(isRunning(orphan)).toBe(true);
      await start();
      expect(isRunning(orphan)).toBe(false);
      expect((await api.get('/api/auth/me', session)).status).toBe(200);
    }
  });

  it('opens clean after it and its database were killed at the same moment', async () => {
    const session = await register(api, 'get-help');
    const database = await postmasterOf(folder.path);
    process.kill(database, 'SIGKILL');
    await product.stop('SIGKILL');
    await start();
    expect((await api.get('/api/auth/me', session)).status).toBe(200);
  });

  it('brings a database back that died under it', async () => {
    const session = await register(api, 'get-help');
    process.kill(await postmasterOf(folder.path), 'SIGKILL');
    const deadline = performance.now() + 20_000;
    let status = 0;
    while (status !== 200 && performance.now() < deadline) {
      const answer = await api.get('/api/auth/me', session);
      status = answer.status;
      if (status !== 200) expect(answer.body).toMatchObject({ error: { code: 'server/unavailable' } });
    }
    expect(status).toBe(200);
  });

  it('approves a mentor from the command line while it runs', async () => {
    const session = await register(api, 'help-others');
    await api.put('/api/mentors/me/profile', PROFILE, session);
    const approve = (...args: string[]) => Product.start(folder.path, { program: 'cli/approve-mentor.js', args }).end();
    const approved = async () =>
      ((await api.get('/api/mentors/me/profile', session)).body as MentorProfileResponse).profile?.approved;
    expect(await approved()).toBe(false);
    expect(await approve('A@Example.org ')).toMatchObject({ code: 0, errors: '' });
    expect(await approved()).toBe(true);
    expect(await approve(PERSON.email, '--revoke')).toMatchObject({ code: 0, errors: '' });
    expect(await approved()).toBe(false);
    expect(await approve('nobody@example.org')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^.*nobody@example\.org.*\n$/u),
    });
    expect((await approve()).code).toBe(1);
  });

  it('makes somebody an admin from the command line alone, and ends that within two seconds', async () => {
    const session = await register(api, 'both');
    const roles = async () => ((await login()).body as Session).user.roles;
    const login = () => api.post('/api/auth/login', { email: PERSON.email, password: PERSON.password });
    const admin = (...args: string[]) => Product.start(folder.path, { program: 'cli/make-admin.js', args }).end();
    await api.patch('/api/users/me', { wants: 'both', isAdmin: true, roles: ['admin'], admin: true }, session);
    expect(await roles()).toEqual(['student', 'mentor']);
    expect(await admin(' A@Example.org')).toMatchObject({ code: 0, errors: '' });
    expect(await roles()).toEqual(['student', 'mentor', 'admin']);
    const { body } = await login();
    const socket = await TestSocket.connect(api.url, (body as Session).accessToken);
    expect(await admin(PERSON.email, '--revoke')).toMatchObject({ code: 0, errors: '' });
    const revokedAt = performance.now();
    expect(await socket.next('session:ended')).toMatchObject({ code: 'auth/session-ended' });
    expect(performance.now() - revokedAt).toBeLessThan(2000);
    expect((await api.get('/api/auth/me', body as Session)).status).toBe(401);
    socket.close();
    expect(await roles()).toEqual(['student', 'mentor']);
    for (const args of [['nobody@example.org'], [], [PERSON.email, '--revok']]) {
      expect(await admin(...args)).toMatchObject({ code: 1, errors: expect.stringMatching(/^[^\n]+\n$/u) });
    }
    expect(await roles()).toEqual(['student', 'mentor']);
  });
});

describe('the demo', () => {
  it('prints log-ins that work, the same ones every time', async () => {
    const folder = await makeFolder();
    const logins: string[][] = [];
    for (let round = 0; round < 2; round += 1) {
      const product = Product.start(folder.path, { args: ['--demo'] });
      const api = await product.ready();
      const said = [...product.said.matchAll(/(\S+@demo\.ieum)\s+password: (\S+)/gu)];
      logins.push(said.map(([line]) => line));
      expect(said.map(([, email]) => email)).toEqual([
        'student@demo.ieum',
        'mentor1@demo.ieum',
        'mentor2@demo.ieum',
        'admin@demo.ieum',
      ]);
      for (const [, email, password] of said) {
        const login = await api.post('/api/auth/login', { email, password });
        expect([email, login.status]).toEqual([email, 200]);
        if (email === 'student@demo.ieum') {
          const history = (await api.get('/api/consults', login.body as Session)).body as ConsultHistory;
          expect(history.items).toEqual([expect.objectContaining({ status: 'ended', feedback: 'sent' })]);
          continue;
        }
        if (email === 'admin@demo.ieum') {
          expect((login.body as Session).user.roles).toContain('admin');
          continue;
        }
        const { profile } = (await api.get('/api/mentors/me/profile', login.body as Session))
          .body as MentorProfileResponse;
        expect(profile?.approved).toBe(true);
      }
      expect(await product.stop()).toBe(0);
    }
    expect(logins[0]).toEqual(logins[1]);
    await folder.remove();
  });
});
