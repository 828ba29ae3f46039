import { describe, expect, it } from '@jest/globals';
import { decodeSdp, encodeSdp, intersection, isReceiving, reversed } from './fake-sdp';

describe('the fake SDP', () => {
  it('is read as it was written', () => {
    const sdp = {
      sessionId: '42',
      version: 3,
      ufrag: 'abcd',
      sections: [
        { kind: 'audio', mid: '0', direction: 'sendonly' as const },
        { kind: 'application', mid: '1', direction: 'sendrecv' as const },
      ],
    };
    expect(decodeSdp(encodeSdp(sdp))).toEqual(sdp);
    expect(decodeSdp(encodeSdp({ ...sdp, sections: [] }))).toMatchObject({ sections: [] });
  });

  it.each(['', 'nonsense', 'o=- 1 2 IN\r\nm=audio 9'])('refuses %p', (text) => {
    expect(() => decodeSdp(text)).toThrow(SyntaxError);
  });

  it('knows directions', () => {
    expect([reversed('sendonly'), reversed('recvonly'), reversed('sendrecv'), reversed('inactive')]).toEqual([
      'recvonly',
      'sendonly',
      'sendrecv',
      'inactive',
    ]);
    expect([intersection('sendrecv', 'recvonly'), intersection('sendonly', 'recvonly')]).toEqual([
      'recvonly',
      'inactive',
    ]);
    expect([isReceiving('sendrecv'), isReceiving('sendonly')]).toEqual([true, false]);
  });
});
