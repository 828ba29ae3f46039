import { describe, expect, it } from '@jest/globals';
import { BadSetting, readConfig } from './config';

describe('the settings', () => {
  it('need none: everything has a default', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: './data',
      databaseUrl: undefined,
      iceServers: [],
      turn: undefined,
      logLevel: 'info',
      publicOrigins: [],
      trustedProxies: 'loopback',
      jwtSecret: undefined,
      production: false,
    });
  });

  it('are read from the environment', () => {
    const config = readConfig({
      PORT: '8080',
      DATABASE_URL: 'postgresql://u:p@db:5432/ieum',
      ICE_SERVERS: '[{"urls":["turn:turn.example.org"],"username":"u","credential":"c"}]',
      PUBLIC_ORIGIN: 'https://a.example, https://b.example',
      NODE_ENV: 'production',
    });
    expect(config).toMatchObject({
      port: 8080,
      databaseUrl: 'postgresql://u:p@db:5432/ieum',
      iceServers: [{ urls: ['turn:turn.example.org'], username: 'u', credential: 'c' }],
      publicOrigins: ['https://a.example', 'https://b.example'],
      production: true,
    });
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

  it('take an empty variable for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', ICE_SERVERS: '' })).toMatchObject({ port: 3000, iceServers: [] });
  });

  it.each([
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'postgres'],
    ['ICE_SERVERS', '[{}]'],
    ['ICE_SERVERS', 'not json'],
    ['ICE_SERVERS', '[{"urls":["stun:a.example","turn:a.example"]}]'],
    ['ICE_SERVERS', '[{"urls":["TURNS:a.example"],"username":"u"}]'],
    ['TURN_SECRET', 'x'.repeat(31)],
    ['TURN_TTL_SECONDS', '3601'],
    ['TURN_TTL_SECONDS', '59'],
    ['TURN_TTL_SECONDS', '1800.5'],
    ['TURN_TTL_SECONDS', 'an hour'],
    ['LOG_LEVEL', 'INFO'],
    ['JWT_SECRET', 'x'.repeat(31)],
    ['PUBLIC_ORIGIN', 'example.org'],
  ])('refuse %s=%s in one line that names it and not its value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(BadSetting);
    expect(read).toThrow(new RegExp(`^The setting ${name} cannot be used: set it to [^\\n]+\\.$`));
  });
});
