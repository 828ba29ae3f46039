import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { attributeOf, decodeMessage, encodeMessage, HEADER_BYTES, type StunMessage } from './stun-message';

const MESSAGE_INTEGRITY = 0x0008;
const HMAC_BYTES = 20;
const ATTRIBUTE_BYTES = 4 + HMAC_BYTES;

/** The key of a long-term credential (RFC 8489, section 9.2.2). Passwords have to be prepared (SASLprep) already. */
export function longTermKey(username: string, realm: string, password: string): Buffer {
  return createHash('md5').update(`${username}:${realm}:${password}`).digest();
}

/** The message as it goes over the wire, with MESSAGE-INTEGRITY at its end (RFC 8489, section 14.5). */
export function sign(message: StunMessage, key: Buffer): Buffer {
  const plain = encodeMessage(message);
  const integrity = hmacOf(plain, key);
  const head = Buffer.from([0, MESSAGE_INTEGRITY, 0, HMAC_BYTES]);
  const whole = Buffer.concat([plain, head, integrity]);
  whole.writeUInt16BE(whole.length - HEADER_BYTES, 2);
  return whole;
}

/**
 * Whether somebody signed this packet who has the key. What follows MESSAGE-INTEGRITY, as FINGERPRINT does, is not covered.
 * @throws BadMessage
 */
export function isSignedWith(packet: Buffer, key: Buffer): boolean {
  const claimed = attributeOf(decodeMessage(packet), MESSAGE_INTEGRITY);
  if (claimed?.length !== HMAC_BYTES) return false;
  // As it came: nobody says what the padding between attributes is filled with.
  const before = packet.subarray(0, claimed.byteOffset - packet.byteOffset - 4);
  return timingSafeEqual(claimed, hmacOf(before, key));
}

/** Its length has to count MESSAGE-INTEGRITY itself already. */
function hmacOf(plain: Buffer, key: Buffer): Buffer {
  const counted = Buffer.from(plain);
  counted.writeUInt16BE(plain.length - HEADER_BYTES + ATTRIBUTE_BYTES, 2);
  return createHmac('sha1', key).update(counted).digest();
}
