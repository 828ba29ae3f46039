import type { IceServer } from '@ieum/api-contract';
import { z } from 'zod';
import { BadSetting } from './bad-setting';
import { OBJECT_HINTS, objectEnvironment, type ObjectSettings, objectSettings } from './object-settings';
import { isSample, isSampleWord } from './production-secrets';
import { iceServers, turnUris } from './relays';
import { speechUrl, transcriptionOf, type TranscriptionSettings, yesOrNo } from './transcription-settings';

export { BadSetting };

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

/** 0: for ever. */
const days = z.coerce.number().int().min(0).max(3650);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const valkeyUrl = z.url({ protocol: /^(valkey|redis)s?$/ }).transform((url) => url.replace(/^valkey/, 'redis'));

/** Every setting, by the name of its environment variable. */
const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  ...objectEnvironment,
  VALKEY_URL: valkeyUrl.optional(),
  ICE_SERVERS: iceServers.default([]),
  TURN_URLS: turnUris.optional(),
  TURN_SECRET: z.string().min(32).optional(),
  TURN_TTL_SECONDS: z.coerce.number().int().min(60).max(3600).default(3600),
  TURN_CANARY_MINUTES: z.coerce.number().int().min(0).max(1440).default(5),
  DOMAIN: z.hostname().optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PUBLIC_ORIGIN: origins.default([]),
  TRUSTED_PROXIES: z.string().min(1).default('loopback'),
  JWT_SECRET: z.string().min(32).optional(),
  TRANSCRIPTION_URL: speechUrl.optional(),
  TRANSCRIPTION_API_KEY: z.string().min(1).optional(),
  TRANSCRIPTION_MODEL: z.string().min(1).default('Systran/faster-whisper-small'),
  TRANSCRIPTION_NAME: z.string().trim().min(1).max(60).optional(),
  TRANSCRIPTION_EXTERNAL: yesOrNo.default(false),
  TRANSCRIPTION_TIMEOUT_SECONDS: z.coerce.number().int().min(5).max(290).default(240),
  GOOGLE_SPEECH_CREDENTIALS_FILE: z.string().min(1).optional(),
  GOOGLE_SPEECH_ENDPOINT: z.hostname().optional(),
  RETENTION_SESSIONS_DAYS: days.default(30),
  RETENTION_REQUESTS_DAYS: days.default(30),
  RETENTION_VISITS_DAYS: days.default(180),
  RETENTION_DRAFTS_DAYS: days.default(180),
  RETENTION_DOCUMENTS_DAYS: days.default(0),
  NODE_ENV: z.string().optional(),
});

const DAYS = 'a number of days, or 0 to keep them for ever';

const HINTS: Readonly<Record<keyof typeof Environment.shape, string>> = {
  PORT: 'a port number from 0 to 65535, for example 3000',
  HOST: 'an address to listen on, for example 0.0.0.0',
  DATA_DIR: 'a folder that may be written to, for example ./data',
  DATABASE_URL: 'a PostgreSQL address, for example postgres://user:password@host:5432/ieum',
  ...OBJECT_HINTS,
  VALKEY_URL: 'a Valkey or Redis address, for example valkey://:password@host:6379',
  ICE_SERVERS: 'a JSON array of servers, for example [{"urls":["stun:stun.example.org:3478"]}]',
  TURN_URLS: 'TURN addresses, separated by commas, for example turn:turn.example.org:3478,turns:turn.example.org:5349',
  TURN_SECRET: 'at least 32 random characters, the static-auth-secret of your TURN server',
  TURN_TTL_SECONDS: 'seconds from 60 to 3600, for example 3600',
  TURN_CANARY_MINUTES: 'minutes from 0 to 1440, 0 for never, for example 5',
  DOMAIN: 'the name that people open, for example ieum.example.org',
  METRICS_PORT: 'a port number from 0 to 65535, for example 9464',
  METRICS_HOST: 'an address to listen on, for example 127.0.0.1',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'the address of an OpenTelemetry collector, for example http://collector:4318',
  OTEL_TRACES_SAMPLER_ARG: 'the share of requests that is traced, from 0 to 1, for example 0.1',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  PUBLIC_ORIGIN: 'addresses of pages that may connect, separated by commas, for example https://ieum.example.org',
  TRUSTED_PROXIES: 'addresses or ranges of your own proxies, separated by commas, for example loopback,10.0.0.0/8',
  JWT_SECRET: 'at least 32 random characters',
  TRANSCRIPTION_URL: 'the address of a speech-to-text service, for example http://speech:8000',
  TRANSCRIPTION_API_KEY: 'the key that the speech-to-text service wants',
  TRANSCRIPTION_MODEL: 'a model of the speech-to-text service, for example Systran/faster-whisper-small',
  TRANSCRIPTION_NAME: 'what the page calls the speech-to-text service, at most 60 letters',
  TRANSCRIPTION_EXTERNAL: 'true where the speech-to-text service is somebody else’s, or false',
  TRANSCRIPTION_TIMEOUT_SECONDS: 'seconds from 5 to 290, for example 240',
  GOOGLE_SPEECH_CREDENTIALS_FILE: 'the file with the key of a Google service account',
  GOOGLE_SPEECH_ENDPOINT: 'a region’s address of Google Cloud Speech, for example eu-speech.googleapis.com',
  RETENTION_SESSIONS_DAYS: DAYS,
  RETENTION_REQUESTS_DAYS: DAYS,
  RETENTION_VISITS_DAYS: DAYS,
  RETENTION_DRAFTS_DAYS: DAYS,
  RETENTION_DOCUMENTS_DAYS: DAYS,
  NODE_ENV: 'production or nothing',
};

/** TURN servers that share a secret with us, as the draft "A REST API For Access To TURN Services" has it. */
export interface TurnSettings {
  readonly urls: readonly string[];
  readonly secret: string;
  /** How long credentials for a room live. */
  readonly ttlSeconds: number;
}

/** Where what requests do and how long it takes is told. */
export interface TracingSettings {
  /** The base address of a collector that speaks OTLP over HTTP. */
  readonly endpoint: string;
  /** Of the requests, from 0 to 1. */
  readonly share: number;
}

/** How many days what is of no use any more is kept; 0: for ever. */
export interface RetentionDays {
  /** Sessions that were ended, for their owner to recognize a stranger's. */
  readonly sessions: number;
  /** Requests that were cancelled or expired, with their text: nobody met. */
  readonly unmetRequests: number;
  /** When each member was in the room. The time together was counted as the consult closed. */
  readonly visits: number;
  /** Feedback that its mentor has not touched and not sent. */
  readonly drafts: number;
  /** Documents of consults that ended. */
  readonly documents: number;
}

/** The settings of one process. */
export abstract class Config {
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly dataDir: string;
  /** `undefined`: the embedded database. */
  abstract readonly databaseUrl: string | undefined;
  abstract readonly objects: ObjectSettings;
  /** Where nodes find each other; `undefined`: this is the only one. */
  abstract readonly valkeyUrl: string | undefined;
  abstract readonly iceServers: readonly IceServer[];
  /** `undefined`: there are only the servers of `iceServers`. */
  abstract readonly turn: TurnSettings | undefined;
  /** How often a call in small is made through the TURN servers; 0 for never. */
  abstract readonly turnCanaryMinutes: number;
  /** The name that people open; `undefined`: nobody said. */
  abstract readonly domain: string | undefined;
  /** Where Prometheus may ask, away from the page; `undefined`: nowhere. */
  abstract readonly metrics: { readonly port: number; readonly host: string } | undefined;
  /** `undefined`: nothing is traced. */
  abstract readonly tracing: TracingSettings | undefined;
  abstract readonly logLevel: string;
  /** Origins, besides the own one, whose pages may open sockets and refresh sessions. */
  abstract readonly publicOrigins: readonly string[];
  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  abstract readonly trustedProxies: string;
  abstract readonly jwtSecret: string | undefined;
  abstract readonly production: boolean;
  abstract readonly retention: RetentionDays;
  /** `undefined`: learners type their answers, and no recording goes anywhere. */
  abstract readonly transcription: TranscriptionSettings | undefined;
}

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
  if (settings.NODE_ENV === 'production') refuseWeakSecrets(settings);
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    objects: objectSettings(settings),
    valkeyUrl: valkeyUrlOf(settings),
    iceServers: settings.ICE_SERVERS,
    turn: turnSettings(settings),
    turnCanaryMinutes: settings.TURN_CANARY_MINUTES,
    domain: settings.DOMAIN,
    metrics:
      settings.METRICS_PORT === undefined ? undefined : { port: settings.METRICS_PORT, host: settings.METRICS_HOST },
    tracing: settings.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT, share: settings.OTEL_TRACES_SAMPLER_ARG }
      : undefined,
    logLevel: settings.LOG_LEVEL,
    publicOrigins: settings.PUBLIC_ORIGIN,
    trustedProxies: settings.TRUSTED_PROXIES,
    jwtSecret: settings.JWT_SECRET,
    production: settings.NODE_ENV === 'production',
    retention: {
      sessions: settings.RETENTION_SESSIONS_DAYS,
      unmetRequests: settings.RETENTION_REQUESTS_DAYS,
      visits: settings.RETENTION_VISITS_DAYS,
      drafts: settings.RETENTION_DRAFTS_DAYS,
      documents: settings.RETENTION_DOCUMENTS_DAYS,
    },
    transcription: transcriptionOf(settings, (line) => {
      throw new BadSetting(line);
    }),
  };
}

/** Nodes are one installation by what they share: the database, and the secret that signs tokens. */
function valkeyUrlOf({ VALKEY_URL, DATABASE_URL, JWT_SECRET }: z.infer<typeof Environment>): string | undefined {
  if (!VALKEY_URL) return undefined;
  const missing = !DATABASE_URL ? 'DATABASE_URL' : !JWT_SECRET ? 'JWT_SECRET' : undefined;
  if (missing)
    throw new BadSetting(`The setting VALKEY_URL cannot be used alone: set ${missing} too, to the same on every node.`);
  return VALKEY_URL;
}

function refuseWeakSecrets(settings: z.infer<typeof Environment>): void {
  const { DATABASE_URL, JWT_SECRET, TURN_SECRET, S3_SECRET_ACCESS_KEY } = settings;
  // A container's own folder goes with it: with a key that is made anew each time everybody would be logged out.
  if (DATABASE_URL && !JWT_SECRET) {
    throw new BadSetting('The setting DATABASE_URL cannot be used alone in production: set JWT_SECRET too.');
  }
  const password = DATABASE_URL && new URL(DATABASE_URL).password;
  for (const [name, secret] of Object.entries({ JWT_SECRET, TURN_SECRET, S3_SECRET_ACCESS_KEY })) {
    if (secret && isSample(secret)) throw sampleSecret(name);
  }
  if (password && isSampleWord(password)) throw sampleSecret('DATABASE_URL');
}

const sampleSecret = (name: string): BadSetting =>
  new BadSetting(`The setting ${name} has a sample secret: production needs one of its own, as ./ieum init makes.`);

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
