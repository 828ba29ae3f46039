import type { IceServer } from '@ieum/api-contract';
import { z } from 'zod';
import { iceServers, turnUris } from './relays';

const port = z.coerce.number().int().min(0).max(65_535);
const origins = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.url()));

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** Every setting, by the name of its environment variable. */
const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  ICE_SERVERS: iceServers.default([]),
  TURN_URLS: turnUris.optional(),
  TURN_SECRET: z.string().min(32).optional(),
  TURN_TTL_SECONDS: z.coerce.number().int().min(60).max(3600).default(3600),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_ORIGIN: origins.default([]),
  TRUSTED_PROXIES: z.string().min(1).default('loopback'),
  JWT_SECRET: z.string().min(32).optional(),
  NODE_ENV: z.string().optional(),
});

const HINTS: Readonly<Record<keyof typeof Environment.shape, string>> = {
  PORT: 'a port number from 0 to 65535, for example 3000',
  HOST: 'an address to listen on, for example 0.0.0.0',
  DATA_DIR: 'a folder that may be written to, for example ./data',
  DATABASE_URL: 'a PostgreSQL address, for example postgres://user:password@host:5432/ieum',
  ICE_SERVERS: 'a JSON array of servers, for example [{"urls":["stun:stun.example.org:3478"]}]',
  TURN_URLS: 'TURN addresses, separated by commas, for example turn:turn.example.org:3478,turns:turn.example.org:5349',
  TURN_SECRET: 'at least 32 random characters, the static-auth-secret of your TURN server',
  TURN_TTL_SECONDS: 'seconds from 60 to 3600, for example 3600',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  PUBLIC_ORIGIN: 'addresses of pages that may connect, separated by commas, for example https://ieum.example.org',
  TRUSTED_PROXIES: 'addresses or ranges of your own proxies, separated by commas, for example loopback,10.0.0.0/8',
  JWT_SECRET: 'at least 32 random characters',
  NODE_ENV: 'production or nothing',
};

/** TURN servers that share a secret with us, as the draft "A REST API For Access To TURN Services" has it. */
export interface TurnSettings {
  readonly urls: readonly string[];
  readonly secret: string;
  /** How long credentials for a room live. */
  readonly ttlSeconds: number;
}

/** The settings of one process. */
export abstract class Config {
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly dataDir: string;
  /** `undefined`: the embedded database. */
  abstract readonly databaseUrl: string | undefined;
  abstract readonly iceServers: readonly IceServer[];
  /** `undefined`: there are only the servers of `iceServers`. */
  abstract readonly turn: TurnSettings | undefined;
  abstract readonly logLevel: string;
  /** Origins, besides the own one, whose pages may open sockets and refresh sessions. */
  abstract readonly publicOrigins: readonly string[];
  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  abstract readonly trustedProxies: string;
  abstract readonly jwtSecret: string | undefined;
  abstract readonly production: boolean;
}

/** A setting that cannot be used; its message is one line that says which and what to do. */
export class BadSetting extends Error {}

/** @throws BadSetting */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable, as compose files leave them, is no setting.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]) as keyof typeof HINTS;
    throw new BadSetting(`The setting ${name} cannot be used: set it to ${HINTS[name]}.`);
  }
  const settings = result.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    iceServers: settings.ICE_SERVERS,
    turn: turnSettings(settings),
    logLevel: settings.LOG_LEVEL,
    publicOrigins: settings.PUBLIC_ORIGIN,
    trustedProxies: settings.TRUSTED_PROXIES,
    jwtSecret: settings.JWT_SECRET,
    production: settings.NODE_ENV === 'production',
  };
}

function turnSettings({
  TURN_URLS: urls,
  TURN_SECRET: secret,
  TURN_TTL_SECONDS: ttlSeconds,
}: z.infer<typeof Environment>): TurnSettings | undefined {
  if (urls && secret) return { urls, secret, ttlSeconds };
  if (urls) throw new BadSetting('The setting TURN_URLS cannot be used alone: set TURN_SECRET too.');
  if (secret) throw new BadSetting('The setting TURN_SECRET cannot be used alone: set TURN_URLS too.');
  return undefined;
}
