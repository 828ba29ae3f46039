import { randomBytes } from 'node:crypto';
import { type LogIn, TurnClient } from './turn-client';
import type { TurnServer } from './turn-uri';
import type { TransportAddress } from './xor-address';

export interface EchoOptions {
  readonly logIn: LogIn;
  readonly withinMs: number;
  /** Certificates to trust, in PEM, instead of the well-known ones. */
  readonly ca?: string | undefined;
}

export interface RelayEcho {
  /** From the first packet until there was a relay address. */
  readonly allocateMs: number;
  /** From one relay address to the other and back. */
  readonly roundTripMs: number;
  /** Payload that the relay carried. */
  readonly bytes: number;
  /** Where the relay stands, as peers see it. */
  readonly relayed: TransportAddress;
}

/** Addresses were given, and what was sent to one of them never came out of the other. */
export class NotRelayed extends Error {}

const PAYLOAD_BYTES = 1000;
/** Datagrams get lost: each is sent again until its echo is there. */
const AGAIN_MS = 200;

/**
 * A call in small: two relay addresses on the same server, a channel there and indications back.
 * @throws TurnRefused, NoAnswer, NotRelayed, or what the system says
 */
export async function echoThroughRelay(server: TurnServer, { logIn, withinMs, ca }: EchoOptions): Promise<RelayEcho> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), withinMs);
  const clients: TurnClient[] = [];
  const open = async (): Promise<TurnClient> => {
    const client = await TurnClient.connect(server, logIn, { signal: deadline.signal, ca });
    clients.push(client);
    return client;
  };
  try {
    const startedAt = performance.now();
    const near = await open();
    const relayed = await near.allocate();
    const allocateMs = performance.now() - startedAt;
    const far = await open();
    const farRelayed = await far.allocate();
    await far.permit(relayed.address);
    const channel = await near.bind(farRelayed);
    const payload = randomBytes(PAYLOAD_BYTES);
    far.onData((data, from) => far.send(data, from));
    const roundTripMs = await echoed(near, channel, payload, deadline.signal);
    await Promise.all(clients.map((client) => client.release()));
    return { allocateMs, roundTripMs, bytes: 2 * PAYLOAD_BYTES, relayed };
  } finally {
    clearTimeout(timer);
    for (const client of clients) client.close();
    deadline.abort();
  }
}

async function echoed(client: TurnClient, channel: number, payload: Buffer, signal: AbortSignal): Promise<number> {
  let again: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      let sentAt = 0;
      const send = (): void => {
        sentAt = performance.now();
        client.sendOn(channel, payload);
      };
      client.onData((data) => data.equals(payload) && resolve(performance.now() - sentAt));
      signal.addEventListener('abort', () => reject(new NotRelayed('Nothing came through the relay.')), { once: true });
      send();
      again = setInterval(send, AGAIN_MS);
    });
  } finally {
    clearInterval(again);
  }
}
