import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that Linux hands out by itself (`ip_local_port_range`), so that nobody is given it before it is used. */
const FIRST = 20_000;
const END = 32_768;

/** Processes of tests that run side by side have a part of them each. */
const PARTS = 4;
const SIZE = (END - FIRST) / PARTS;
const first = FIRST + SIZE * (Number(process.env.JEST_WORKER_ID ?? 1) % PARTS);

const given = new Set<number>();

/** A port of 127.0.0.1 that nobody listens on, neither by TCP nor by UDP, and that was not given to this process before. */
export async function freePort(): Promise<number> {
  const port = randomInt(first, first + SIZE);
  if (given.has(port)) return freePort();
  given.add(port);
  const tcp = createServer().listen(port, '127.0.0.1');
  const udp = createSocket('udp4');
  udp.bind(port, '127.0.0.1');
  const probes = await Promise.allSettled([once(tcp, 'listening'), once(udp, 'listening')]);
  tcp.close();
  udp.close();
  return probes.every(({ status }) => status === 'fulfilled') ? port : freePort();
}
