import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSignedWith, longTermKey, sign } from './message-integrity';
import { attributeOf, BadMessage, decodeMessage, encodeMessage, type StunMessage } from './stun-message';
import { REQUEST, RESPONSE_IPV4, RESPONSE_IPV6, SIGNED_FOR_LONG } from './testing/rfc5769';
import { decodeXorAddress, encodeXorAddress } from './xor-address';

const PASSWORD = Buffer.from('VOkJxbRl1RmTxUk/WvJxBt');
const XOR_MAPPED_ADDRESS = 0x0020;

describe('the test vectors of RFC 5769', () => {
  it('a request is read, and was signed with its password', () => {
    const message = decodeMessage(REQUEST);
    expect(message).toMatchObject({ kind: 'request', method: 1 });
    expect(message.id.toString('hex')).toBe('b7e7a701bc34d686fa87dfae');
    expect(message.attributes.map(([type]) => type)).toEqual([0x8022, 0x24, 0x8029, 0x06, 0x08, 0x8028]);
    expect(attributeOf(message, 0x06)?.toString()).toBe('evtj:h6vY');
    expect(isSignedWith(REQUEST, PASSWORD)).toBe(true);
    expect(isSignedWith(REQUEST, Buffer.from('another'))).toBe(false);
  });

  it.each([
    ['IPv4', RESPONSE_IPV4, '192.0.2.1'],
    ['IPv6', RESPONSE_IPV6, '2001:db8:1234:5678:11:2233:4455:6677'],
  ])('an answer of %s is read, with its address', (_name, bytes, address) => {
    const message = decodeMessage(bytes);
    expect(message).toMatchObject({ kind: 'success', method: 1 });
    const mapped = attributeOf(message, XOR_MAPPED_ADDRESS) ?? Buffer.alloc(0);
    expect(decodeXorAddress(mapped, message.id)).toEqual({ address, port: 32853 });
    expect(encodeXorAddress({ address, port: 32853 }, message.id)).toEqual(mapped);
    expect(isSignedWith(bytes, PASSWORD)).toBe(true);
  });

  it('a request with a long-term credential is made byte for byte', () => {
    const message = decodeMessage(SIGNED_FOR_LONG);
    const key = longTermKey('マトリックス', 'example.org', 'TheMatrIX');
    expect(isSignedWith(SIGNED_FOR_LONG, key)).toBe(true);
    const attributes = message.attributes.filter(([type]) => type !== 0x08);
    expect(sign({ ...message, attributes }, key)).toEqual(SIGNED_FOR_LONG);
  });

  it('no longer fit their signature once a byte of them is another', () => {
    for (let at = 0; at < SIGNED_FOR_LONG.length; at += 1) {
      const changed = Buffer.from(SIGNED_FOR_LONG);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([
        at,
        refuses(() => isSignedWith(changed, longTermKey('マトリックス', 'example.org', 'TheMatrIX'))),
      ]).toEqual([at, true]);
    }
  });
});

describe('messages', () => {
  const anyMessage = fc.record<StunMessage>({
    kind: fc.constantFrom('request', 'indication', 'success', 'error'),
    method: fc.integer({ min: 0, max: 0xfff }),
    id: fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
    attributes: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 0xffff }),
        fc.uint8Array({ maxLength: 70 }).map((bytes) => Buffer.from(bytes)),
      ),
      { maxLength: 8 },
    ),
  });

  it('are read as they were written', () => {
    fc.assert(fc.property(anyMessage, (message) => expect(decodeMessage(encodeMessage(message))).toEqual(message)));
  });

  it('that anybody could send are read or refused as bad, and nothing else happens', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 120 }).map((each) => Buffer.from(each)),
      // Nearly good ones: cut, lengthened, or with a byte that is another.
      fc.tuple(anyMessage, fc.nat(), fc.nat(255), fc.nat(40)).map(([message, at, byte, cut]) => {
        const whole = Buffer.concat([encodeMessage(message), Buffer.alloc(4)]);
        whole[at % whole.length] = byte;
        return whole.subarray(0, whole.length - cut);
      }),
    );
    fc.assert(
      fc.property(bytes, (each) => {
        const message = readOrBad(() => decodeMessage(each));
        const size = message?.attributes.reduce((sum, [, value]) => sum + value.length, 0) ?? 0;
        expect(size).toBeLessThanOrEqual(each.length);
        readOrBad(() => isSignedWith(each, PASSWORD));
      }),
      { numRuns: 5000 },
    );
  });

  it('hold addresses that are read or refused as bad', () => {
    const id = Buffer.alloc(12, 7);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 24 }),
        (each) => void readOrBad(() => decodeXorAddress(Buffer.from(each), id)),
      ),
    );
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(0xffff), (address, port) =>
        expect(decodeXorAddress(encodeXorAddress({ address, port }, id), id)).toEqual({ address, port }),
      ),
    );
    fc.assert(
      fc.property(fc.ipV6(), fc.nat(0xffff), (address, port) => {
        const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
        expect(decodeXorAddress(encodeXorAddress({ address, port }, id), id)).toEqual({ address: canonical, port });
      }),
    );
  });
});

function readOrBad<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadMessage) return undefined;
    throw error;
  }
}

const refuses = (check: () => boolean): boolean => readOrBad(check) !== true;
