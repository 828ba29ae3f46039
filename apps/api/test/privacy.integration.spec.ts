import { randomUUID } from 'node:crypto';
import type { IceServersResponse, Session } from '@ieum/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@ieum/turn-client/testing';
import * as Y from 'yjs';
import { openDatabase } from '../src/database/data-source';
import { Collector } from './support/collector';
import { codeOf, createConsult, live } from './support/consult-fixtures';
import { DocumentWriter } from './support/document-writer';
import { makeFolder, Product } from './support/product';
import { RawSocket } from './support/raw-socket';
import { Scrape } from './support/scrape';
import { TestSocket } from './support/socket-client';
import { makeDatabase } from './support/template-database';
import { TestAccounts } from './support/test-accounts';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

describe('a student in counselling', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  /** What nobody may learn of the student, found in what the mentor got. */
  const foundIn = async (got: unknown, student: TestUser) => {
    const [session] = await api.query<{ id: string }>('SELECT id FROM sessions WHERE user_id = $1', [student.id]);
    const text = JSON.stringify(got);
    const secrets = [student.nickname, student.email, student.id, session?.id ?? '', student.accessToken.slice(-20)];
    return secrets.filter((secret) => secret === '' || text.includes(secret));
  };

  it('has no nickname, e-mail or id for the mentor: on the list, over REST, in the room, in any push', async () => {
    const student = await api.registerStudent({ nickname: '카나리아 사람' });
    const mentor = await api.registerMentor();
    const listening = await RawSocket.signedIn(api.url, mentor.accessToken);
    const mentorSocket = await TestSocket.connect(api.url, mentor.accessToken);
    const studentSocket = await TestSocket.connect(api.url, student.accessToken);
    const got: unknown[] = [];
    const keep = async <T>(answer: Promise<T>): Promise<T> => {
      got.push(await answer);
      return answer;
    };
    await keep(mentorSocket.ask('list:subscribe', {}));
    const { id } = await createConsult(api, student, { kind: 'counselling', topic: 'mood' });
    const frame = await mentorSocket.next('list:changed', ({ added }) => added.some((card) => card.id === id));
    const pseudonym = frame.added.find((card) => card.id === id)?.nickname ?? '';
    await keep(mentorSocket.ask('consult:accept', { consultId: id }));
    await keep(studentSocket.ask('room:join', { consultId: id, peerId: randomUUID() }));
    got.length -= 1;
    const { peers } = await keep(mentorSocket.ask('room:join', { consultId: id, peerId: randomUUID() }));
    const to = peers[0]?.peerId ?? '';
    await keep(mentorSocket.ask('signal:candidate', { to, connection: 0, candidate: null }));
    await studentSocket.ask('room:leave', {});
    await studentSocket.ask('room:join', { consultId: id, peerId: randomUUID() });
    const feedback = `/api/consults/${id}/feedback`;
    await keep(api.put(feedback, { version: 0, summary: '고마워요', practice: '', corrections: [] }, mentor));
    await keep(api.post(`/api/consults/${id}/end`, undefined, mentor));
    await keep(api.post(`${feedback}/send`, undefined, mentor));
    await api.post(`${feedback}/rating`, { rating: 5, thanks: '' }, student);
    await mentorSocket.next('feedback:changed', (push) => push.feedback?.rating === 5);
    for (const path of [`/api/consults/${id}`, feedback, '/api/consults', '/api/consults/current']) {
      await keep(api.get(path, mentor));
    }
    expect(pseudonym).not.toBe('');
    expect(peers).toEqual([expect.objectContaining({ nickname: pseudonym, role: 'student' })]);
    expect(listening.received.join()).toContain('feedback:changed');
    expect(await foundIn([got, listening.received, pushesOf(mentorSocket)], student)).toEqual([]);
    await listening.close();
    mentorSocket.close();
    studentSocket.close();
  });

  it('has another pseudonym each time, and no cursor of a history names them', async () => {
    const student = await api.registerStudent();
    const mentor = await api.registerMentor();
    const names = new Set<string>();
    for (let n = 0; n < 6; n += 1) {
      const { id } = await createConsult(api, student, { kind: 'counselling', topic: 'family' });
      const accepted = await api.post(`/api/consults/${id}/accept`, undefined, mentor);
      names.add((accepted.body as { consult: { student: { nickname: string } } }).consult.student.nickname);
      await api.post(`/api/consults/${id}/cancel`, undefined, mentor);
    }
    expect(names.size).toBeGreaterThanOrEqual(4);
    const page = (await api.get('/api/consults?limit=2', mentor)).body as { nextCursor: string };
    expect(await foundIn([page, Buffer.from(page.nextCursor, 'base64url').toString()], student)).toEqual([]);
  });
});

function pushesOf(socket: TestSocket): unknown[] {
  return (['list:changed', 'consult:changed', 'room:peer-joined', 'room:peer-left', 'feedback:changed'] as const).map(
    (name) => socket.all(name),
  );
}

const ANY: unknown = expect.any(String);

const WITH_RELAYS = {
  TURN_URLS: 'turn:turn.example.org',
  TURN_SECRET: 'canary-secret-that-the-relay-shares-with-us',
  ICE_SERVERS: '[{"urls":["turn:b.example.org"],"username":"canary-username","credential":"canary-credential"}]',
};

describe('the log, the metrics and the traces of a server that tells everything', () => {
  it('hold no password, token, address, name, message, SDP, candidate, relay’s credential or feedback', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const metricsPort = await freePort();
    const collector = await Collector.start();
    const product = Product.start(folder.path, {
      env: {
        LOG_LEVEL: 'trace',
        DATABASE_URL: database.url,
        METRICS_PORT: String(metricsPort),
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        ...WITH_RELAYS,
      },
    });
    const dataSource = await openDatabase(database.url);
    const canaries = await wholeConsult(new TestAccounts((await product.ready()).url, dataSource));
    await refuseWithQuotes(new TestAccounts((await product.ready()).url, dataSource));
    const { text: metrics } = await Scrape.of(metricsPort);
    await dataSource.query('ALTER TABLE consults RENAME TO consults_away');
    const failing = new TestAccounts((await product.ready()).url, dataSource);
    const someone = { accessToken: canaries.token };
    const failed = await failing.get('/api/consults?cursor=canary-cursor', someone);
    expect([failed.status, codeOf(await failing.get('/api/consults/current', someone))]).toEqual([
      400,
      'server/internal',
    ]);
    await dataSource.destroy();
    expect(await product.stop()).toBe(0);
    await collector.stop();
    await database.drop();
    await folder.remove();
    // It does log, and a failure with its stack: silence would prove nothing.
    expect(product.said).toMatch(/"level":20/u);
    expect(product.said).toContain('A request failed.');
    const lines = product.said.trim().split('\n');
    const others = lines.filter((line) => !line.startsWith('{"level":'));
    expect(others).toEqual([expect.stringMatching(/^Ieum is ready at /u)]);
    for (const line of lines) if (!others.includes(line)) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(product.said).toMatch(/"stack":"error: P0001/u);
    expect(metrics).toMatch(/^ieum_relayed_messages_total\{event="signal:candidate"\} [1-9]/mu);
    // One of them is called so: the canary call through the relay.
    expect(metrics.replaceAll('ieum_turn_canary', '')).not.toContain('canary');
    expect(collector.traceOf('socket signal:candidate').request.attributes).toEqual({
      'ieum.event': 'signal:candidate',
    });
    const told = [product.said, metrics, collector.text].join();
    for (const address of ['203.0.', '192.0.2.']) expect(told).not.toContain(address);
    expect(Object.entries(canaries).filter(([, canary]) => told.includes(canary))).toEqual([]);
    expect(product.said).not.toContain('canary');
    expect(collector.text).not.toContain('canary');
  });
});

/** A database that says no and quotes what it was given, over REST and on a socket. */
async function refuseWithQuotes(api: TestAccounts): Promise<void> {
  const [student, mentor] = [await api.registerStudent(), await api.registerMentor()];
  const { id } = await createConsult(api, student, { message: 'canary-quoted' });
  await api.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'not this: %', NEW USING DETAIL = NEW::text, HINT = NEW::text; END $$`);
  for (const table of ['users', 'consults']) {
    await api.query(`CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`);
  }
  await expect(api.registerStudent({ nickname: 'canary-new' })).rejects.toThrow('server/internal');
  const socket = await TestSocket.connect(api.url, mentor.accessToken);
  expect(await socket.askRaw('consult:accept', { consultId: id })).toMatchObject({
    error: { code: 'server/internal' },
  });
  socket.close();
  for (const table of ['users', 'consults']) await api.query(`DROP TRIGGER refuse ON ${table}`);
}

/** Everything that happens in a consult, and much that goes wrong, with a canary in every place. */
async function wholeConsult(api: TestAccounts): Promise<Record<string, string> & { token: string }> {
  const room = await live(api, { message: 'canary-message' });
  const person = { email: 'canary-email@example.org', nickname: 'canary-nickname' };
  const student = await api.registerStudent(person);
  const { id } = await createConsult(api, student, { kind: 'counselling', topic: 'mood', message: 'canary-message' });
  const login = { email: person.email, password: 'canary-password' };
  expect((await api.post('/api/auth/login', login)).status).toBe(401);
  expect((await api.post('/api/auth/register', { ...person, ...login, wants: 'canary-wants' })).status).toBe(400);
  await api.send('/api/auth/login', {
    method: 'POST',
    body: '{"canary-json":',
    headers: { 'content-type': 'application/json' },
  });
  await api.get('/api/auth/me', { accessToken: 'canary.token.here' });
  await api.post('/api/auth/refresh', undefined, undefined, { cookie: 'ieum_refresh=canary-refresh' });
  const renewed = (await api.post('/api/auth/refresh', undefined, undefined, { cookie: student.cookie }))
    .body as Session;
  const { studentSocket, mentorSocket, studentPeerId, mentorPeerId } = room;
  const relays = [
    await api.get(`/api/consults/${room.id}/ice-servers`, room.student),
    await api.get('/api/ready-check/ice-servers', room.student),
  ].map(({ body }) => (body as IceServersResponse).iceServers.at(-1));
  expect(relays).toEqual(relays.map(() => ({ urls: ['turn:turn.example.org'], username: ANY, credential: ANY })));
  const sdp = 'v=0\r\na=canary-sdp\r\n';
  await mentorSocket.ask('signal:description', {
    to: studentPeerId,
    connection: 0,
    description: { type: 'offer', sdp },
    commitment: 'canary-commitment'.padEnd(43, '_'),
  });
  await mentorSocket.ask('signal:renew', { to: studentPeerId, connection: 1 });
  const frame = Buffer.from('canary-frame!').toString('base64');
  await mentorSocket.ask('document:frame', { to: studentPeerId, frame });
  await studentSocket.ask('signal:candidate', {
    to: mentorPeerId,
    connection: 0,
    candidate: { candidate: 'canary-candidate 1 udp 1 192.0.2.9 9 typ host' },
  });
  await studentSocket.askRaw('signal:description', { to: 'canary-peer', description: { sdp } });
  const report = { type: 'path', local: 'relay', remote: 'relay', address: '192.0.2.8', note: 'canary-report' };
  await studentSocket.askRaw('call:report', { seq: 0, agoMs: 0, fact: report });
  await studentSocket.askRaw('call:report', { seq: 1, agoMs: 0, fact: { ...report, local: 'canary-type' } });
  await studentSocket.askRaw('canary-event', { canary: 'canary-payload' });
  await expect(TestSocket.connect(api.url, 'canary-socket-token')).rejects.toThrow('auth/unauthenticated');
  const raw = await RawSocket.signedIn(api.url, student.accessToken);
  raw.send('42["canary-broken');
  await raw.closed;
  const words = new DocumentWriter(api, room.student, `/api/consults/${room.id}/document`);
  words.write('canary-document');
  const written = Buffer.from(Y.encodeStateAsUpdate(words.doc));
  expect((await words.send(written)).status).toBe(201);
  expect((await words.send(Buffer.from('canary-update'))).status).toBe(400);
  words.write('more ');
  expect((await words.save()).status).toBe(201);
  expect(await words.load()).toBe(2);
  const feedback = `/api/consults/${room.id}/feedback`;
  const draft = { version: 0, summary: 'canary-summary', practice: 'canary-practice', corrections: [] };
  expect((await api.put(feedback, draft, room.mentor)).status).toBe(200);
  await api.put(feedback, { ...draft, version: 'canary-version' }, room.mentor);
  await api.post(`/api/consults/${room.id}/end`, undefined, room.mentor);
  await api.post(`${feedback}/send`, undefined, room.mentor);
  await api.post(`${feedback}/rating`, { rating: 5, thanks: 'canary-thanks' }, room.student);
  await api.post(`/api/consults/${id}/cancel`, undefined, student);
  for (const socket of [studentSocket, mentorSocket]) socket.close();
  return {
    ...Object.fromEntries(relays.map((relay, n) => [`relay ${n}`, relay?.credential ?? ''])),
    ...Object.fromEntries(relays.map((relay, n) => [`name at relay ${n}`, relay?.username?.split(':')[1] ?? ''])),
    document: written.toString('base64'),
    frame,
    token: renewed.accessToken,
    firstToken: student.accessToken,
    signature: student.accessToken.split('.')[2] ?? '',
    cookie: student.cookie,
    password: student.password,
    otherEmail: room.student.email,
    otherNickname: room.student.nickname,
    mentorNickname: room.mentor.nickname,
  };
}
