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

  it('take an empty variable for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', ICE_SERVERS: '' })).toMatchObject({ port: 3000, iceServers: [] });
  });

  it.each([
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'postgres'],
    ['ICE_SERVERS', '[{}]'],
    ['ICE_SERVERS', 'not json'],
    ['LOG_LEVEL', 'INFO'],
    ['JWT_SECRET', 'x'.repeat(31)],
    ['PUBLIC_ORIGIN', 'example.org'],
  ])('refuse %s=%s in one line that names it and not its value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(BadSetting);
    expect(read).toThrow(new RegExp(`^The setting ${name} cannot be used: set it to [^\\n]+\\.$`));
  });
});
