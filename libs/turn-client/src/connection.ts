import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { PacketSplitter } from './packets';
import type { TurnServer } from './turn-uri';

/** The server did not answer in time, or went away. */
export class NoAnswer extends Error {}

export interface ConnectOptions {
  /** Ends whatever is under way. */
  readonly signal: AbortSignal;
  /** Certificates to trust, in PEM, instead of the well-known ones. */
  readonly ca?: string | undefined;
}

/** A way to the server that carries whole packets. */
export interface Connection {
  /** Whether what was sent may be lost on the way, and has to be sent again. */
  readonly lossy: boolean;
  send(packet: Buffer): void;
  /** One listener each. `closed` comes once, with the reason. */
  listen(packet: (packet: Buffer) => void, closed: (reason: Error) => void): void;
  close(): void;
}

/** @throws NoAnswer, or what the system says: ECONNREFUSED, a certificate that is not trusted */
export async function connect(server: TurnServer, options: ConnectOptions): Promise<Connection> {
  try {
    return await (server.transport === 'udp' ? overDatagrams(server, options) : overStream(server, options));
  } catch (error) {
    throw options.signal.aborted ? new NoAnswer('The relay did not answer in time.', { cause: error }) : error;
  }
}

async function overDatagrams({ host, port }: TurnServer, { signal }: ConnectOptions): Promise<Connection> {
  const { address, family } = await lookup(host);
  signal.throwIfAborted();
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  try {
    socket.connect(port, address);
    await once(socket, 'connect', { signal });
  } catch (error) {
    socket.close();
    throw error;
  }
  return {
    lossy: true,
    send: (packet) => socket.send(packet),
    listen(packet, closed) {
      socket.on('message', packet);
      // A closed port is told by ICMP, and comes up here.
      socket.on('error', closed);
    },
    close: () => {
      socket.close();
    },
  };
}

async function overStream(server: TurnServer, options: ConnectOptions): Promise<Connection> {
  const socket = await openStream(server, options);
  const splitter = new PacketSplitter();
  return {
    lossy: false,
    send: (packet) => void socket.write(packet),
    listen(packet, closed) {
      socket.on('data', (chunk: Buffer) => {
        try {
          for (const each of splitter.add(chunk)) packet(each);
        } catch (error) {
          socket.destroy(error instanceof Error ? error : new Error(String(error)));
        }
      });
      socket.on('error', closed);
      socket.once('close', () => closed(new NoAnswer('The server closed the connection.')));
    },
    close: () => void socket.destroy(),
  };
}

async function openStream({ host, port, transport }: TurnServer, { signal, ca }: ConnectOptions): Promise<Socket> {
  const name = isIP(host) ? {} : { servername: host };
  const socket =
    transport === 'tls'
      ? connectTls({ host, port, ...name, ...(ca === undefined ? {} : { ca }) })
      : connectTcp({ host, port });
  try {
    await once(socket, transport === 'tls' ? 'secureConnect' : 'connect', { signal });
    return socket;
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    throw error;
  }
}
