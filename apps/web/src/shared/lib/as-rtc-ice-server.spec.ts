import { describe, expect, it } from '@jest/globals';
import { asRtcIceServer } from './as-rtc-ice-server';

describe('an ICE server for the browser', () => {
  it('has only the members that the API gave: an undefined username would be refused for TURN', () => {
    const stun = { urls: ['stun:stun.example'], username: undefined, credential: undefined };
    expect(Object.keys(asRtcIceServer(stun))).toEqual(['urls']);
    const turn = { urls: ['turn:turn.example'], username: 'u', credential: 'c' };
    expect(asRtcIceServer(turn)).toEqual(turn);
  });
});
