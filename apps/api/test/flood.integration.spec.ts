import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GoodPair } from './support/good-pair';
import { connectPacket, RawSocket } from './support/raw-socket';
import { startTestApi, type TestApi } from './support/test-api';

/** `FLOOD_S=60` for a minute. */
const FLOOD_MS = Number(process.env['FLOOD_S'] ?? 4) * 1000;
const FLOODERS = 200;
const SOCKETS_A_USER = 3;
const DRIBBLERS = 100;
const CUT_OFF_WITHIN_MS = 30_000;

describe('while the server is', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it(
    `flooded by ${FLOODERS} sockets, people meet and talk, and flooders are refused and cut off`,
    async () => {
      const tokens: string[] = [];
      while (tokens.length * SOCKETS_A_USER < FLOODERS) tokens.push((await api.registerStudent()).accessToken);
      const until = performance.now() + FLOOD_MS;
      const flooders = Array.from({ length: FLOODERS }, (_, index) =>
        flood(tokens[index % tokens.length] ?? '', until),
      );
      let pairs = 0;
      let relayed = 0;
      while (performance.now() < until) {
        const pair = await GoodPair.meet(api);
        await api.until(() => Promise.resolve(pair.relayed >= 3), FLOOD_MS + 20_000);
        relayed += (await pair.part()).relayed;
        pairs += 1;
      }
      const cutOff = (await Promise.all(flooders)).reduce((sum, each) => sum + each, 0);
      expect(pairs).toBeGreaterThan(0);
      expect(relayed).toBeGreaterThanOrEqual(3 * pairs);
      process.stdout.write(`${pairs} pairs met, ${relayed} signals each way, ${cutOff} sockets cut off\n`);
      expect(cutOff).toBeGreaterThanOrEqual(FLOODERS);
    },
    FLOOD_MS + 60_000,
  );

  /** Sends as fast as it is taken, and comes back each time; returns how often it was cut off. */
  async function flood(token: string, until: number): Promise<number> {
    let cutOff = 0;
    while (performance.now() < until || cutOff === 0) {
      const raw = await RawSocket.open(api.url);
      raw.send(connectPacket(token));
      while (raw.isOpen && (performance.now() < until || cutOff === 0)) {
        for (let sent = 0; sent < 50; sent += 1) raw.send(`42${sent}["waiting:watch",{"consultId":"x"}]`);
        await Promise.race([raw.closed, raw.next(() => true)]);
        raw.received.length = 0;
      }
      if (!raw.isOpen) cutOff += 1;
      else await raw.close();
    }
    return cutOff;
  }

  it(`dribbled at by ${DRIBBLERS} clients, they are cut off and people are served`, async () => {
    const startedAt = performance.now();
    const dribblers = Array.from({ length: DRIBBLERS }, () => dribble(new URL(api.url)));
    const pair = await GoodPair.meet(api);
    await Promise.all(dribblers);
    expect(performance.now() - startedAt).toBeLessThan(CUT_OFF_WITHIN_MS);
    expect((await pair.part()).relayed).toBeGreaterThan(10);
  }, 60_000);
});

/** Begins a request and never ends it; resolves when it is cut off. */
async function dribble({ hostname, port }: URL): Promise<void> {
  const socket: Socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  socket.write('GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n');
  const timer = setInterval(() => socket.write('x-more: y\r\n'), 500);
  await once(socket.resume(), 'close');
  clearInterval(timer);
}
