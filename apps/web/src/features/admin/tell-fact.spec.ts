import type { CallFact } from '@ieum/signaling-protocol';
import { describe, expect, it } from '@jest/globals';
import { adminCallMessages } from './call-messages';
import { factWords, isTrouble, pathWords } from './tell-fact';
import { figureWords } from './say-figures';

const CASES: [CallFact, string, boolean][] = [
  [{ type: 'connected', setUpMs: 1840 }, 'Connected, 1.8 sec after both were there.', false],
  [
    { type: 'path', local: 'host', remote: 'relay', protocol: 'tls' },
    'The path is now: direct to relay, over TLS.',
    false,
  ],
  [
    {
      type: 'figures',
      level: 'poor',
      roundTripMs: 45,
      lossIn: 0.023,
      lossOut: 0,
      jitterMs: 3,
      bitrateIn: 1_240_000,
      bitrateOut: 320_000,
    },
    'Poor: round trip 45 ms, 2.3% lost on the way in, 0% lost on the way out, jitter 3 ms, 1.2 Mb/s in, 320 kb/s out.',
    true,
  ],
  [{ type: 'figures', level: 'good' }, 'Good.', false],
  [{ type: 'disconnected', failed: false }, 'The path was lost.', true],
  [{ type: 'disconnected', failed: true }, 'The path was lost, and everything was tried.', true],
  [
    { type: 'healing', step: 'restart-ice', cause: 'network-changed' },
    'Mending by restarting the path: the device changed its network.',
    false,
  ],
  [
    { type: 'healed', step: 'relay-only', afterMs: 2500 },
    'Mended by a new connection through the relay alone, after 2.5 sec.',
    false,
  ],
  [{ type: 'media-problem', device: 'camera', problem: 'in-use' }, 'No camera: another program has it.', true],
  [{ type: 'left' }, 'Left the call.', false],
];

describe('factWords', () => {
  it.each(CASES)('says %j in words with units', (fact, words, trouble) => {
    expect(factWords(fact, adminCallMessages.en, figureWords('en'))).toBe(words);
    expect(isTrouble(fact)).toBe(trouble);
    expect(factWords(fact, adminCallMessages.ko, figureWords('ko'))).toMatch(/[가-힣]/u);
  });

  it('leaves out a protocol that nobody told', () => {
    expect(pathWords({ local: 'srflx', remote: 'host', protocol: null }, adminCallMessages.en)).toBe(
      'direct (through a router) to direct',
    );
  });
});
