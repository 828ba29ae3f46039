import { describe, expect, it } from '@jest/globals';
import { hasServer, STUN_OR_TURN, TURN } from './ice-servers';

describe('hasServer', () => {
  it.each([
    ['turn:turn.example', true, true],
    [' TURNS:turn.example?transport=tcp', true, true],
    [['stun:stun.example', 'turn:turn.example'], true, true],
    ['stun:stun.example', false, true],
    ['stuns:turn.example', false, true],
    ['turnip:turn.example', false, false],
    ['http://turn:1', false, false],
    [[], false, false],
  ])('knows %j by its scheme', (urls, relays, tells) => {
    expect(hasServer([{ urls }], TURN)).toBe(relays);
    expect(hasServer([{ urls }], STUN_OR_TURN)).toBe(tells);
  });
});
