import { ackOf, ERROR_CODES, MAX_FRAME_BYTES } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type DatabasePrint, printDatabase } from './support/database-print';
import { GoodPair } from './support/good-pair';
import { CANARY, hostilePackets, hostileRequests, REQUEST_NAMES, UNKNOWN_EVENTS } from './support/hostile-frames';
import { memoryInUse } from './support/memory';
import { EVENT, RawSocket } from './support/raw-socket';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const MEGABYTE = 1_048_576;
/** Fewer malformed requests than a socket is closed for. */
const PER_SOCKET = 25;

const Answer = ackOf(z.unknown());
const TYPED = ERROR_CODES.filter((code) => !code.startsWith('server/'));

function* inGroupsOf<T>(size: number, items: Iterable<T>): Generator<T[]> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

describe('ten thousand hostile frames', () => {
  let api: TestApi;
  let attackers: TestUser[];
  let pair: GoodPair;
  let before: DatabasePrint;
  let memoryBefore: number;
  let sent = 0;
  const codes = new Map<string, number>();

  beforeAll(async () => {
    api = await startTestApi();
    attackers = [await api.registerStudent(), await api.registerMentor()];
    for (const { accessToken } of attackers) await (await RawSocket.signedIn(api.url, accessToken)).close();
    pair = await GoodPair.meet(api);
    before = await printDatabase(api);
    memoryBefore = memoryInUse();
  });
  afterAll(() => api.close());

  const enter = (attacker: TestUser) => RawSocket.signedIn(api.url, attacker.accessToken);

  /** Every answer is typed, never the server's fault, and never holds what was sent. */
  const judge = (answers: readonly unknown[]) => {
    for (const answer of answers) {
      expect(JSON.stringify(answer)).not.toContain(CANARY);
      const parsed = Answer.parse(answer);
      const code = parsed.ok ? 'granted' : parsed.error.code;
      if (!parsed.ok) expect(TYPED).toContain(parsed.error.code);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  };

  /** Sends frames; the server answers another request after them, or has closed the connection. */
  const attack = async (raw: RawSocket, frames: readonly (string | Buffer)[]) => {
    const answersBefore = raw.answers.length;
    for (const frame of frames) raw.send(frame);
    raw.send(`${EVENT}777["no:such",{}]`);
    sent += frames.length;
    return raw.answered(answersBefore + 1);
  };

  it('that break Engine.IO or Socket.IO close their own connection at most', async () => {
    for (const attacker of attackers) {
      for (let round = 0; round < 8; round += 1) {
        let raw = await enter(attacker);
        for (const frames of hostilePackets()) {
          const outcome = await attack(raw, frames);
          judge(raw.answers);
          if (outcome === 'answered' && raw.answers.length < PER_SOCKET) continue;
          await raw.close();
          raw = await enter(attacker);
        }
        await raw.close();
      }
    }
  });

  it('that are requests with anything in any place are refused with a code', async () => {
    await Promise.all(
      attackers.flatMap((attacker) =>
        ['acknowledged', 'without ack'].map(async (how) => {
          for (const group of inGroupsOf(PER_SOCKET - 1, hostileRequests())) {
            const raw = await enter(attacker);
            const ids = how === 'acknowledged' ? group.map((_, index) => String(index)) : group.map(() => '');
            group.forEach((body, index) => raw.send(`${EVENT}${ids[index]}${body}`));
            raw.send(`${EVENT}777["no:such",{}]`);
            sent += group.length;
            expect(await raw.answered(how === 'acknowledged' ? group.length + 1 : 1)).toBe('answered');
            judge(raw.answers);
            await raw.close();
          }
        }),
      ),
    );
    expect(codes.get('request/invalid')).toBeGreaterThan(1500);
  });

  it('from a Socket.IO client, binary, without or with a misplaced ack, are refused or ignored', async () => {
    for (const attacker of attackers) {
      for (const name of REQUEST_NAMES) {
        const client = await TestSocket.connect(api.url, attacker.accessToken);
        const emit = client.socket.emit.bind(client.socket) as (...args: unknown[]) => unknown;
        emit(name);
        emit(name, () => undefined, {});
        emit(name, { [CANARY]: 1 }, 'x');
        const payloads: unknown[][] = [[], [Buffer.from(CANARY)], [{ consultId: Buffer.from('x') }], [[]], [null, {}]];
        judge(await Promise.all(payloads.map((payload) => client.askRaw(name, ...payload))));
        sent += payloads.length + 3;
        client.close();
      }
    }
  });

  it('of unknown names are answered, and their flood closes the socket', async () => {
    for (const attacker of attackers) {
      const raw = await enter(attacker);
      for (const body of UNKNOWN_EVENTS) await attack(raw, [`${EVENT}1${body}`]);
      await raw.close();
      const flooding = await enter(attacker);
      for (let n = 0; n < 3000; n += 1) flooding.send(`${EVENT}${n}["no:such:${n}",{}]`);
      sent += 3000;
      await flooding.closed;
      expect(flooding.answers.length).toBeGreaterThanOrEqual(PER_SOCKET);
      expect(flooding.answers.length).toBeLessThan(100);
      judge(flooding.answers);
    }
  });

  it('of 64 KB and a byte close the socket with 1009, of 64 KB do not', async () => {
    const raw = await enter(attackers[0] as TestUser);
    const frame = (bytes: number) => `${EVENT}1["no:such","${'x'.repeat(bytes - 17)}"]`;
    expect(Buffer.byteLength(frame(MAX_FRAME_BYTES))).toBe(MAX_FRAME_BYTES);
    expect(await attack(raw, [frame(MAX_FRAME_BYTES)])).toBe('answered');
    raw.send(frame(MAX_FRAME_BYTES + 1));
    expect(await raw.closed).toEqual({ code: 1009 });
    const binary = await enter(attackers[0] as TestUser);
    binary.send(Buffer.alloc(MAX_FRAME_BYTES + 1));
    expect(await binary.closed).toEqual({ code: 1009 });
    sent += 3;
  });

  it('change nothing: the database, the memory, the prototypes, the call of others', async () => {
    expect(sent).toBeGreaterThan(10_000);
    expect(await printDatabase(api)).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)[CANARY]).toBeUndefined();
    const { relayed, slowestMs } = await pair.part();
    expect(relayed).toBeGreaterThan(5);
    expect(slowestMs).toBeLessThan(2000);
    expect(memoryInUse() - memoryBefore).toBeLessThan(50 * MEGABYTE);
    expect((await api.get('/api/auth/me', pair.room.student)).status).toBe(200);
  });
});
