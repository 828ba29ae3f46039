export type Attribute = readonly [type: number, value: Buffer];
type Kind = 'request' | 'indication' | 'success' | 'error';

/** A message of STUN or TURN (RFC 8489, section 5). */
export interface StunMessage {
  readonly kind: Kind;
  readonly method: number;
  /** 12 bytes that an answer has in common with its request. */
  readonly id: Buffer;
  /** In the order in which they were written; of two of the same type the first counts. */
  readonly attributes: readonly Attribute[];
}

/** What came is no STUN message, no ChannelData, or an attribute that is not what its type says. */
export class BadMessage extends Error {}

export const HEADER_BYTES = 20;
export const COOKIE = 0x2112a442;
const KINDS: readonly Kind[] = ['request', 'indication', 'success', 'error'];

/** Bytes that fill a value up to the next multiple of four. */
export const paddingOf = (length: number): number => (4 - (length % 4)) % 4;

export function encodeMessage({ kind, method, id, attributes }: StunMessage): Buffer {
  const body = Buffer.concat(attributes.map(encodeAttribute));
  const start = Buffer.alloc(8);
  start.writeUInt16BE(typeOf(method, KINDS.indexOf(kind)), 0);
  start.writeUInt16BE(body.length, 2);
  start.writeUInt32BE(COOKIE, 4);
  return Buffer.concat([start, id, body]);
}

/** @throws BadMessage unless these bytes are one whole message */
export function decodeMessage(bytes: Buffer): StunMessage {
  if (bytes.length < HEADER_BYTES) throw new BadMessage('It is shorter than a header.');
  const type = bytes.readUInt16BE(0);
  if (type >= 0x4000 || bytes.readUInt32BE(4) !== COOKIE) throw new BadMessage('It is no STUN message.');
  const length = bytes.readUInt16BE(2);
  if (length % 4 !== 0 || bytes.length !== HEADER_BYTES + length) throw new BadMessage('Its length is another.');
  const attributes: Attribute[] = [];
  for (let at = HEADER_BYTES; at < bytes.length;) {
    // The length is a multiple of four, so a whole head of an attribute is left.
    const size = bytes.readUInt16BE(at + 2);
    const end = at + 4 + size;
    if (end + paddingOf(size) > bytes.length) throw new BadMessage('An attribute goes past the end.');
    attributes.push([bytes.readUInt16BE(at), bytes.subarray(at + 4, end)]);
    at = end + paddingOf(size);
  }
  const kind = KINDS[((type >> 7) & 2) | ((type >> 4) & 1)] ?? 'request';
  return { kind, method: methodOf(type), id: bytes.subarray(8, HEADER_BYTES), attributes };
}

export function attributeOf({ attributes }: StunMessage, type: number): Buffer | undefined {
  return attributes.find(([each]) => each === type)?.[1];
}

function encodeAttribute([type, value]: Attribute): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc(paddingOf(value.length))]);
}

/** The two bits of the kind stand between those of the method (RFC 8489, figure 3). */
function typeOf(method: number, kind: number): number {
  const spread = (method & 0xf) | ((method & 0x70) << 1) | ((method & 0xf80) << 2);
  return spread | ((kind & 1) << 4) | ((kind & 2) << 7);
}

function methodOf(type: number): number {
  return (type & 0xf) | ((type >> 1) & 0x70) | ((type >> 2) & 0xf80);
}
