import { describe, expect, it } from '@jest/globals';
import { parseTurnUri } from './turn-uri';

describe('a TURN URI', () => {
  it.each([
    ['turn:a.example', 'a.example', 3478, 'udp'],
    ['turn:a.example:80?transport=tcp', 'a.example', 80, 'tcp'],
    ['turns:a.example', 'a.example', 5349, 'tls'],
    ['TURNS:a.example:443?transport=TCP', 'a.example', 443, 'tls'],
    ['turn:[2001:db8::1]:3479?transport=udp', '2001:db8::1', 3479, 'udp'],
    ['turn:192.0.2.1', '192.0.2.1', 3478, 'udp'],
  ])('%s leads to %s, %d, by %s', (uri, host, port, transport) => {
    expect(parseTurnUri(uri)).toEqual({ host, port, transport });
  });

  it.each(['', 'stun:a.example', 'turn:', 'turn://a.example', 'turn:user@a.example', 'turn:a?transport=sctp'])(
    'is refused as %j',
    (uri) => {
      expect(() => parseTurnUri(uri)).toThrow(TypeError);
    },
  );
});
