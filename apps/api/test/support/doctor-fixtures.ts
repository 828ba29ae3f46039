import { once } from 'node:events';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { createServer as createTls } from 'node:tls';
// Loading it takes long here, and nothing that is timed may wait for that.
import '@aws-sdk/client-s3';
import type { DoctorCheckName, DoctorFinding, DoctorReport } from '@ieum/api-contract';
import type { Certificate } from '@ieum/turn-client/testing';
import { SystemClock } from '../../src/common/clock';
import { readConfig } from '../../src/config/config';
import { examine, type Patient } from '../../src/doctor/examine';
import type { Machine, Space } from '../../src/doctor/subject';

export const GB = 1024 ** 3;

interface Given extends Partial<Omit<Patient, 'config' | 'machine'>> {
  readonly settings?: Readonly<Record<string, string>>;
  /** How far the machine's clock is ahead. */
  readonly aheadMs?: number;
  readonly ca?: string;
  readonly free?: number;
  readonly freeMemory?: number;
}

/** A machine with room and the right time, unless said otherwise. */
function aMachine({ aheadMs = 0, ca, free = 50 * GB, freeMemory = GB }: Given): Machine {
  const clock = new SystemClock();
  const spaceOf = (left: number): Space => ({ free: left, total: 100 * GB });
  return {
    clock: { now: () => new Date(clock.now().getTime() + aheadMs) },
    space: () => Promise.resolve(spaceOf(free)),
    memory: () => spaceOf(freeMemory),
    ca,
  };
}

/** The doctor's report about what is given, and nothing else set up. No check may break. */
export async function reportOn(given: Given): Promise<DoctorReport> {
  const broken: string[] = [];
  const report = await examine({
    config: readConfig(given.settings ?? {}),
    machine: aMachine(given),
    databaseUrl: given.databaseUrl,
    jwtSecret: given.jwtSecret ?? 'j'.repeat(32),
    clusterState: given.clusterState,
    onBroken: (name, place) => broken.push(`${name}: ${place}`),
  });
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return report;
}

export const findingsOf = ({ findings }: DoctorReport, check: DoctorCheckName): DoctorFinding[] =>
  findings.filter((each) => each.check === check);

/** The state and the reasons of what one check found. */
export async function verdict(check: DoctorCheckName, given: Given): Promise<unknown[]> {
  const found = findingsOf(await reportOn(given), check);
  return found.flatMap(({ state, reasons }) => [state, ...reasons]);
}

export const figureOf = ({ figures }: DoctorFinding, name: string): unknown =>
  figures.find((each) => each.name === name)?.value;

interface TestServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** HTTPS in front of a port, as a proxy does it that lets everything through. */
export function frontOf(port: number, { cert, key }: Certificate): Promise<TestServer> {
  return listening(
    createTls({ cert, key }, (socket) => {
      const behind = connect(port, '127.0.0.1');
      socket.on('error', () => behind.destroy()).pipe(behind);
      behind.on('error', () => socket.destroy()).pipe(socket);
    }),
  );
}

/** Something that answers by HTTPS, and knows nothing of WebSockets. */
export function answering(body: string, { cert, key }: Certificate): Promise<TestServer> {
  return listening(createHttps({ cert, key }, (_request, response) => response.end(body)));
}

/** Takes connections and never says a word. */
export function silent(): Promise<TestServer> {
  return listening(createServer((socket) => socket.on('error', () => undefined).resume()));
}

async function listening(server: Server): Promise<TestServer> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
