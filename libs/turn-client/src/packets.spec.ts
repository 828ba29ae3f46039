import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeChannelData, encodeChannelData, isChannelData, PacketSplitter } from './packets';
import { BadMessage } from './stun-message';
import { REQUEST } from './testing/rfc5769';

const anyBytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((bytes) => Buffer.from(bytes));
const anyData = fc.record({ channel: fc.integer({ min: 0x4000, max: 0x4fff }), data: anyBytes(200) });

describe('data of a channel', () => {
  it('is read as it was written, and fills four bytes', () => {
    fc.assert(
      fc.property(anyData, (sent) => {
        const packet = encodeChannelData(sent);
        expect([packet.length % 4, isChannelData(packet)]).toEqual([0, true]);
        expect(decodeChannelData(packet)).toEqual(sent);
      }),
    );
  });

  it.each(['', '400000', '40000004aabbcc', '00010000'])('is refused as %j', (hex) => {
    expect(() => decodeChannelData(Buffer.from(hex, 'hex'))).toThrow(BadMessage);
  });
});

describe('a stream', () => {
  const packets = fc.array(fc.oneof(fc.constant(REQUEST), anyData.map(encodeChannelData)), { maxLength: 8 });

  it('is split into the same packets, wherever it was cut', () => {
    fc.assert(
      fc.property(packets, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (sent, cuts) => {
        const splitter = new PacketSplitter();
        const whole = Buffer.concat(sent);
        const got: Buffer[] = [];
        for (let at = 0, turn = 0; at < whole.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          got.push(...splitter.add(whole.subarray(at, at + size)));
          at += size;
        }
        expect(got).toEqual(sent);
      }),
    );
  });

  it('of anything is split, waited for or refused as bad, and never without end', () => {
    fc.assert(
      fc.property(fc.array(anyBytes(100)), (chunks) => {
        const splitter = new PacketSplitter();
        try {
          const got = chunks.flatMap((chunk) => splitter.add(chunk));
          expect(Buffer.concat(got).length).toBeLessThanOrEqual(Buffer.concat(chunks).length);
        } catch (error) {
          expect(error).toBeInstanceOf(BadMessage);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
