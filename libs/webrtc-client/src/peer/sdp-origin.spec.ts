import { describe, expect, it } from '@jest/globals';
import { isOlder, isSame, sdpOriginOf } from './sdp-origin';

const sdp = (line: string): string => `v=0\r\n${line}\r\ns=-\r\nt=0 0\r\n`;

describe('sdpOriginOf', () => {
  it('reads session and version, beyond what a number holds', () => {
    expect(sdpOriginOf(sdp('o=- 18446744073709551615 9007199254740993 IN IP4 127.0.0.1'))).toEqual({
      sessionId: '18446744073709551615',
      version: 9007199254740993n,
    });
  });

  it.each(['', sdp('o=-'), sdp('o=- 1 x IN IP4 0'), sdp(`o=- 1 ${'9'.repeat(21)} IN IP4 0`), 'so=- 1 2 '])(
    'finds none in %p',
    (text) => {
      expect(sdpOriginOf(text)).toBeUndefined();
    },
  );
});

describe('isOlder', () => {
  it('compares versions of one session only', () => {
    const one = { sessionId: '1', version: 1n };
    const two = { sessionId: '1', version: 2n };
    expect([isOlder(one, two), isOlder(two, one), isOlder(one, one)]).toEqual([true, false, false]);
    expect(isOlder(one, { sessionId: '2', version: 2n })).toBe(false);
    expect([isOlder(undefined, one), isOlder(one, undefined)]).toEqual([false, false]);
  });
});

describe('isSame', () => {
  it('wants session and version equal, and both there', () => {
    const one = { sessionId: '1', version: 1n };
    expect([isSame(one, { ...one }), isSame(one, { ...one, version: 2n })]).toEqual([true, false]);
    expect([isSame(one, { ...one, sessionId: '2' }), isSame(undefined, undefined)]).toEqual([false, false]);
  });
});
