import { describe, expect, it } from '@jest/globals';
import { BadSetting, readConfig } from './config';

const RANDOM = 'k3JzvQ8wY1nXr5Tb0LmDf7HcPa9GsE2u';

describe('the settings', () => {
  it('need none: everything has a default', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: './data',
      databaseUrl: undefined,
      objects: { kind: 'folder', folder: 'data/objects', chosen: false },
      valkeyUrl: undefined,
      iceServers: [],
      turn: undefined,
      turnCanaryMinutes: 5,
      domain: undefined,
      metrics: undefined,
      tracing: undefined,
      logLevel: 'info',
      publicOrigins: [],
      trustedProxies: 'loopback',
      jwtSecret: undefined,
      production: false,
      retention: { sessions: 30, unmetRequests: 30, visits: 180, drafts: 180, documents: 0 },
      transcription: undefined,
    });
  });

  it.each(['RETENTION_SESSIONS_DAYS', 'RETENTION_DOCUMENTS_DAYS'])('%s is a number of days, or 0', (name) => {
    expect(readConfig({ [name]: '0' }).retention).toEqual(expect.objectContaining({ drafts: 180 }));
    for (const value of ['-1', '1.5', 'never']) {
      expect(() => readConfig({ [name]: value })).toThrow(`${name} cannot be used: set it to a number of days`);
    }
  });

  it('are read from the environment', () => {
    const config = readConfig({
      PORT: '8080',
      DATABASE_URL: 'postgresql://u:p@db:5432/ieum',
      ICE_SERVERS: '[{"urls":["turn:turn.example.org"],"username":"u","credential":"c"}]',
      PUBLIC_ORIGIN: 'https://a.example, https://b.example',
      NODE_ENV: 'production',
      JWT_SECRET: RANDOM,
    });
    expect(config).toMatchObject({
      port: 8080,
      databaseUrl: 'postgresql://u:p@db:5432/ieum',
      iceServers: [{ urls: ['turn:turn.example.org'], username: 'u', credential: 'c' }],
      publicOrigins: ['https://a.example', 'https://b.example'],
      production: true,
    });
  });

  it('name a collector of traces, and what share of the requests it is told', () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318';
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT }).tracing).toEqual({
      endpoint: OTEL_EXPORTER_OTLP_ENDPOINT,
      share: 1,
    });
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG: '0.1' };
    expect(readConfig(settings).tracing?.share).toBe(0.1);
    expect(() => readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' })).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT');
    expect(() => readConfig({ ...settings, OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow('from 0 to 1');
  });

  const TURN_SECRET = 'q'.repeat(32);

  it('name TURN servers with the secret shared with them', () => {
    const urls = [
      'turn:turn.example.org',
      'turn:192.0.2.1:3478?transport=udp',
      'turn:[2001:db8::1]:3478?transport=tcp',
      'turns:turn.example.org:443?transport=tcp',
    ];
    expect(readConfig({ TURN_URLS: ` ${urls.join(' , ')},`, TURN_SECRET }).turn).toEqual({
      urls,
      secret: TURN_SECRET,
      ttlSeconds: 3600,
    });
    expect(readConfig({ TURN_URLS: 'turn:a', TURN_SECRET, TURN_TTL_SECONDS: '60' }).turn?.ttlSeconds).toBe(60);
  });

  it.each([
    'stun:turn.example.org',
    'turn.example.org',
    'turn://turn.example.org',
    'turn:',
    'turn:turn.example.org:0',
    'turn:turn.example.org:65536',
    'turn:turn.example.org:',
    'turn:user@turn.example.org',
    'turn:turn.example.org/path',
    'turn:turn.example.org?transport=sctp',
    'turn:turn.example.org?transport=tcp&x=1',
    'turn:turn.example.org turn:b.example.org',
    'turn:turn.example.org,https://turn.example.org',
    'turn:-a.example.org',
    'turn:2001:db8::1',
    ' , ',
  ])('refuse %j as TURN_URLS', (TURN_URLS) => {
    expect(() => readConfig({ TURN_URLS, TURN_SECRET })).toThrow(/^The setting TURN_URLS cannot be used: set it to /);
  });

  it('want the TURN servers and their secret together', () => {
    expect(() => readConfig({ TURN_URLS: 'turn:a.example' })).toThrow(
      new BadSetting('The setting TURN_URLS cannot be used alone: set TURN_SECRET too.'),
    );
    expect(() => readConfig({ TURN_SECRET })).toThrow(
      new BadSetting('The setting TURN_SECRET cannot be used alone: set TURN_URLS too.'),
    );
    expect(readConfig({ TURN_URLS: '', TURN_SECRET: '' }).turn).toBeUndefined();
  });

  it('take Valkey by either name, together with what nodes share', () => {
    const shared = { DATABASE_URL: 'postgres://db/ieum', JWT_SECRET: 'j'.repeat(32) };
    expect(readConfig({ ...shared, VALKEY_URL: 'valkeys://:p@v:6380/1' }).valkeyUrl).toBe('rediss://:p@v:6380/1');
    expect(readConfig({ ...shared, VALKEY_URL: 'redis://v' }).valkeyUrl).toBe('redis://v');
    for (const missing of ['DATABASE_URL', 'JWT_SECRET']) {
      expect(() => readConfig({ ...shared, [missing]: '', VALKEY_URL: 'redis://v' })).toThrow(
        new BadSetting(`The setting VALKEY_URL cannot be used alone: set ${missing} too, to the same on every node.`),
      );
    }
  });

  const S3 = {
    S3_ENDPOINT: 'https://s3.example.org',
    S3_BUCKET: 'ieum',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: RANDOM,
  };

  it('name a store of objects, or a folder, or leave them in the data folder', () => {
    expect(readConfig({ DATA_DIR: '/var/lib/ieum' }).objects).toEqual({
      kind: 'folder',
      folder: '/var/lib/ieum/objects',
      chosen: false,
    });
    expect(readConfig({ OBJECTS_DIR: '/objects' }).objects).toEqual({
      kind: 'folder',
      folder: '/objects',
      chosen: true,
    });
    expect(readConfig({ ...S3, OBJECTS_DIR: '/objects' }).objects).toEqual({
      kind: 's3',
      endpoint: S3.S3_ENDPOINT,
      region: 'us-east-1',
      bucket: 'ieum',
      accessKeyId: 'id',
      secretAccessKey: RANDOM,
      publicEndpoint: undefined,
    });
    const others = { S3_REGION: 'ap-northeast-2', S3_PUBLIC_ENDPOINT: 'https://files.example.org' };
    expect(readConfig({ ...S3, ...others }).objects).toMatchObject({
      region: 'ap-northeast-2',
      publicEndpoint: 'https://files.example.org',
    });
  });

  it.each(Object.keys(S3))('want all of a store of objects or nothing: not without %s', (missing) => {
    expect(() => readConfig({ ...S3, [missing]: '' })).toThrow(
      new RegExp(`^The setting S3_\\w+ cannot be used alone: set ${missing} too\\.$`),
    );
  });

  it('go by the address where a folder and the key of a store are set, as a deployment has them', () => {
    expect(readConfig({ ...S3, S3_ENDPOINT: '', OBJECTS_DIR: '/objects' }).objects).toMatchObject({ kind: 'folder' });
    expect(() => readConfig({ S3_ENDPOINT: 'https://s3.example.org', OBJECTS_DIR: '/objects' })).toThrow(
      'S3_ENDPOINT cannot be used alone: set S3_BUCKET too.',
    );
    expect(() => readConfig({ S3_PUBLIC_ENDPOINT: 'https://s3.example.org' })).toThrow('set S3_ENDPOINT too.');
  });

  it('take an empty variable for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', ICE_SERVERS: '' })).toMatchObject({ port: 3000, iceServers: [] });
  });

  it.each([
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'postgres'],
    ['VALKEY_URL', 'valkey'],
    ['VALKEY_URL', 'http://valkey:6379'],
    ['ICE_SERVERS', '[{}]'],
    ['ICE_SERVERS', 'not json'],
    ['ICE_SERVERS', '[{"urls":["stun:a.example","turn:a.example"]}]'],
    ['ICE_SERVERS', '[{"urls":["TURNS:a.example"],"username":"u"}]'],
    ['S3_ENDPOINT', 's3.example.org'],
    ['S3_PUBLIC_ENDPOINT', 'ftp://s3.example.org'],
    ['S3_REGION', 'Seoul!'],
    ['S3_BUCKET', 'Ieum_Objects'],
    ['S3_SECRET_ACCESS_KEY', 'x'.repeat(257)],
    ['TURN_SECRET', 'x'.repeat(31)],
    ['TURN_TTL_SECONDS', '3601'],
    ['TURN_TTL_SECONDS', '59'],
    ['TURN_TTL_SECONDS', '1800.5'],
    ['TURN_TTL_SECONDS', 'an hour'],
    ['TURN_CANARY_MINUTES', '-1'],
    ['TURN_CANARY_MINUTES', '0.5'],
    ['DOMAIN', 'https://ieum.example.org'],
    ['LOG_LEVEL', 'INFO'],
    ['JWT_SECRET', 'x'.repeat(31)],
    ['PUBLIC_ORIGIN', 'example.org'],
  ])('refuse %s=%s in one line that names it and not its value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(BadSetting);
    expect(read).toThrow(new RegExp(`^The setting ${name} cannot be used: set it to [^\\n]+\\.$`));
  });
});

describe('production', () => {
  const production = (settings: Record<string, string>) => () => readConfig({ NODE_ENV: 'production', ...settings });
  const DATABASE_URL = `postgres://ieum:${RANDOM}@db/ieum`;
  const samples = ['change-me-with-ieum-init-jwt-secret', 'CHANGEME'.repeat(4), 'x'.repeat(32), 'abcd'.repeat(8)];

  it('starts with secrets of its own', () => {
    expect(production({ DATABASE_URL, JWT_SECRET: RANDOM, TURN_URLS: 'turn:a', TURN_SECRET: RANDOM })).not.toThrow();
    expect(production({ DATABASE_URL: 'postgres://ieum@db/ieum', JWT_SECRET: RANDOM })).not.toThrow();
  });

  it.each(samples)('refuses the sample secret %s, and does not repeat it', (sample) => {
    const refusal = (name: string) =>
      new BadSetting(`The setting ${name} has a sample secret: production needs one of its own, as ./ieum init makes.`);
    expect(production({ JWT_SECRET: sample })).toThrow(refusal('JWT_SECRET'));
    expect(production({ TURN_SECRET: sample, TURN_URLS: 'turn:a' })).toThrow(refusal('TURN_SECRET'));
    expect(production({ S3_SECRET_ACCESS_KEY: sample })).toThrow(refusal('S3_SECRET_ACCESS_KEY'));
    expect(() => readConfig({ JWT_SECRET: sample })).not.toThrow();
  });

  it('refuses the sample password of the database', () => {
    expect(production({ DATABASE_URL: 'postgres://ieum:change-me@db/ieum', JWT_SECRET: RANDOM })).toThrow(
      /^The setting DATABASE_URL has a sample secret/,
    );
  });

  it('wants a shared key for log-ins where the database is elsewhere', () => {
    expect(production({ DATABASE_URL })).toThrow(
      new BadSetting('The setting DATABASE_URL cannot be used alone in production: set JWT_SECRET too.'),
    );
    expect(production({})).not.toThrow();
  });
});
