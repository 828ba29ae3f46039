import { randomBytes } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { DoctorReason } from '@ieum/api-contract';
import {
  echoThroughRelay,
  type LogIn,
  NoAnswer,
  NotRelayed,
  parseTurnUri,
  type RelayEcho,
  TurnClient,
  TurnRefused,
  type TurnServer,
} from '@ieum/turn-client';
import type { Clock } from '../common/clock';
import type { TurnSettings } from '../config/config';
import { makeTurnCredentials } from '../rooms/turn-credentials';
import { codeOf } from './check';

/** A relay as rooms are told of it. */
export interface Relay {
  readonly uri: string;
  readonly logIn: LogIn;
}

/** Long enough for one look. */
const TTL_MS = 120_000;
const NAME_BYTES = 12;
/** Where nobody may be relayed to: our own machine, and what clouds tell their machines there. */
const INSIDE = ['127.0.0.1', '169.254.169.254'];
const NO_PERMISSION = [401, 441];
const NO_ROOM = [486, 508];

/** Credentials as rooms get them, another name each time. */
export function relaysOf({ urls, secret }: TurnSettings, clock: Clock): Relay[] {
  return urls.map((uri) => {
    const end = new Date(clock.now().getTime() + TTL_MS);
    return { uri, logIn: makeTurnCredentials(secret, end, randomBytes(NAME_BYTES).toString('base64url')) };
  });
}

/** Whether only programs on the same machine can get there. */
export function isOnlyHere({ host }: TurnServer): boolean {
  return /^localhost\.?$|\.localhost\.?$/iu.test(host) || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

export interface EchoVerdict {
  readonly echo: RelayEcho | undefined;
  readonly reason: DoctorReason | undefined;
  readonly code: string | undefined;
}

/** A call in small through one relay. Never rejects. */
export async function tryRelay({ uri, logIn }: Relay, withinMs: number, ca?: string): Promise<EchoVerdict> {
  try {
    const echo = await echoThroughRelay(parseTurnUri(uri), { logIn, withinMs, ca });
    return { echo, reason: undefined, code: undefined };
  } catch (error) {
    const code = error instanceof TurnRefused ? String(error.code) : codeOf(error);
    return { echo: undefined, reason: reasonOf(error), code };
  }
}

function reasonOf(error: unknown): DoctorReason {
  if (error instanceof NotRelayed) return 'relay-dead-end';
  if (!(error instanceof TurnRefused)) return 'relay-unreachable';
  if (NO_PERMISSION.includes(error.code)) return 'relay-refused-log-in';
  // The relay's own address, which has to be allowed, is refused as one of ours.
  return NO_ROOM.includes(error.code) ? 'relay-full' : 'relay-dead-end';
}

/** Whether a log-in gets an address that nobody who has the secret has made. */
export async function takesAnybody({ uri, logIn }: Relay, withinMs: number, ca?: string): Promise<boolean> {
  const forged = { ...logIn, credential: randomBytes(20).toString('base64') };
  return granted(uri, forged, withinMs, ca, () => Promise.resolve());
}

/** Whether it would relay to one of our own addresses. */
export async function leadsInside({ uri, logIn }: Relay, withinMs: number, ca?: string): Promise<boolean> {
  const tries = INSIDE.map((address) => granted(uri, logIn, withinMs, ca, (client) => client.permit(address)));
  return (await Promise.all(tries)).includes(true);
}

async function granted(
  uri: string,
  logIn: LogIn,
  withinMs: number,
  ca: string | undefined,
  ask: (client: TurnClient) => Promise<void>,
): Promise<boolean> {
  const signal = AbortSignal.timeout(withinMs);
  let client: TurnClient | undefined;
  try {
    client = await TurnClient.connect(parseTurnUri(uri), logIn, { signal, ca });
    await client.allocate();
    const answer = await ask(client).then(
      () => true,
      (error: unknown) => (error instanceof TurnRefused ? false : Promise.reject(error)),
    );
    await client.release();
    return answer;
  } catch (error) {
    // No answer is no address, either.
    if (error instanceof TurnRefused || error instanceof NoAnswer || codeOf(error)) return false;
    throw error;
  } finally {
    client?.close();
  }
}
