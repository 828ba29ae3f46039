import { describe, expect, it } from '@jest/globals';
import { PROTOCOL_VERSION } from '@ieum/signaling-protocol';
import type { SessionState } from '../lib/session-state';
import { FakePorts } from './testing/fake-socket';
import { SocketConnection } from './socket-connection';

const CONSULT = '00000000-0000-4000-8000-000000000001';
const settled = () => new Promise((resolve) => setImmediate(resolve));

class FakeSession {
  token: string | null = 'one';
  next = ['two', 'three'];
  refreshes = 0;
  readonly listeners = new Set<() => void>();

  getSnapshot = (): SessionState =>
    this.token === null
      ? { status: 'signed-out' }
      : { status: 'signed-in', accessToken: this.token, expiresAt: 0, user: {} as never };
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  isExpiring = () => false;
  refresh = async () => {
    this.refreshes += 1;
    this.token = this.next.shift() ?? null;
    for (const listener of this.listeners) listener();
    return this.token !== null;
  };
}

async function open(accept = true) {
  const session = new FakeSession();
  const ports = new FakePorts();
  const connection = new SocketConnection(session, ports);
  connection.open();
  await settled();
  const { socket } = ports;
  if (!socket) throw new Error('no socket was made');
  if (accept) socket.accept();
  return { connection, ports, session, socket };
}

describe('SocketConnection', () => {
  it('comes in with the token and the version of the contract', async () => {
    const { connection, socket } = await open();
    expect(socket.auth).toEqual({ token: 'one', protocol: PROTOCOL_VERSION });
    expect(connection.getStatus()).toEqual({ state: 'connected' });
  });

  it('gives the data of a granted request, and only what the contract knows', async () => {
    const { connection, socket } = await open();
    const answer = connection.request('waiting:watch', { consultId: CONSULT });
    socket.last('waiting:watch').ack(null, { ok: true, data: { mentorsOnline: 3, secret: 1 } });
    expect(await answer).toEqual({ mentorsOnline: 3 });
  });

  it.each([
    ['a refusal', { ok: false, error: { code: 'consults/not-found', message: 'no' } }, 'consults/not-found'],
    ['an answer of another shape', { ok: true, data: {} }, 'network/bad-answer'],
    ['no answer at all', undefined, 'network/bad-answer'],
  ])('rejects with a typed error on %s', async (_case, raw, code) => {
    const { connection, socket } = await open();
    const answer = connection.request('waiting:watch', { consultId: CONSULT });
    socket.last('waiting:watch').ack(null, raw);
    await expect(answer).rejects.toMatchObject({ name: 'ApiError', code });
  });

  it('rejects at once while there is no connection, and when it is lost on the way', async () => {
    const { connection, socket } = await open();
    const lost = connection.request('room:leave', {});
    socket.drop();
    await expect(lost).rejects.toMatchObject({ code: 'network/offline' });
    await expect(connection.request('room:leave', {})).rejects.toMatchObject({ code: 'network/offline' });
  });

  it('says within two seconds that nothing comes back, and recovers with the answer', async () => {
    const { connection, ports, socket } = await open();
    const answer = connection.request('room:leave', {});
    ports.pass(2_000);
    expect(connection.getStatus()).toEqual({ state: 'reconnecting' });
    socket.last('room:leave').ack(null, { ok: true, data: {} });
    await answer;
    expect(connection.getStatus()).toEqual({ state: 'connected' });
  });

  it('replaces a connection on which an answer never came', async () => {
    const { connection, socket } = await open();
    const answer = connection.request('room:leave', {});
    socket.last('room:leave').ack(new Error('operation has timed out'));
    await expect(answer).rejects.toMatchObject({ code: 'network/offline' });
    await settled();
    expect(socket.attempts).toBe(2);
  });

  it('comes back for ever, each time a little later, and tells who has to subscribe again', async () => {
    const { connection, ports, socket } = await open();
    let connects = 0;
    connection.onConnect(() => (connects += 1));
    socket.drop();
    for (const delay of [400, 800, 1_600]) {
      expect(connection.getStatus()).toEqual({ state: 'reconnecting' });
      expect([...ports.timers.values()]).toEqual([delay]);
      ports.pass(delay);
      await settled();
      socket.fail();
    }
    ports.pass(10_000);
    await settled();
    socket.accept();
    expect(connects).toBe(1);
    expect(connection.getStatus()).toEqual({ state: 'connected' });
  });

  it('gets a fresh token when the server says that the old one has ended', async () => {
    const { ports, session, socket } = await open(false);
    socket.refuse('auth/token-expired');
    ports.pass(1_000);
    await settled();
    expect(session.refreshes).toBe(1);
    expect(socket.auth?.token).toBe('two');
  });

  it('stops when the session is over', async () => {
    const { ports, session, socket } = await open();
    session.next = [];
    socket.receive('session:ended', { code: 'auth/session-ended', message: 'bye' });
    socket.drop();
    ports.pass(1_000);
    await settled();
    expect(session.token).toBeNull();
    expect(socket.attempts).toBe(1);
  });

  it.each(['protocol/unsupported-version', 'auth/too-many-sockets'] as const)(
    'does not fight when the server says %s',
    async (code) => {
      const { connection, ports, socket } = await open(false);
      socket.refuse(code);
      expect(connection.getStatus()).toEqual({ state: 'refused', code });
      expect(ports.timers.size).toBe(0);
    },
  );

  it('hands over a renewed token without reconnecting', async () => {
    const { session, socket } = await open();
    await session.refresh();
    expect(socket.last('session:renew').payload).toEqual({ token: 'two' });
    expect(socket.attempts).toBe(1);
  });

  it('shows at once that the device lost its network, and tries at once when it is back', async () => {
    const { connection, ports, socket } = await open();
    connection.networkLost();
    expect(connection.getStatus()).toEqual({ state: 'reconnecting' });
    connection.networkBack();
    await settled();
    expect(socket.attempts).toBe(2);
    socket.accept();
    expect(connection.getStatus()).toEqual({ state: 'connected' });
    expect(ports.timers.size).toBe(0);
  });

  it('parses pushes, drops a bad one and reports it once', async () => {
    const { connection, ports, socket } = await open();
    const seen: unknown[] = [];
    const stop = connection.on('waiting:mentors', (push) => seen.push(push));
    socket.receive('waiting:mentors', { consultId: CONSULT, mentorsOnline: 2 });
    socket.receive('waiting:mentors', { consultId: 'x' });
    socket.receive('waiting:mentors', null);
    stop();
    socket.receive('waiting:mentors', { consultId: CONSULT, mentorsOnline: 1 });
    expect(seen).toEqual([{ consultId: CONSULT, mentorsOnline: 2 }]);
    expect(ports.reported).toHaveLength(1);
  });

  it('can be closed and opened again, as React does in development', async () => {
    const { connection, ports, socket } = await open();
    connection.close();
    expect(ports.timers.size).toBe(0);
    connection.open();
    await settled();
    socket.accept();
    expect(socket.attempts).toBe(2);
    expect(connection.getStatus()).toEqual({ state: 'connected' });
  });
});
