import { isIPv6 } from 'node:net';
import { BadMessage, COOKIE } from './stun-message';

export interface TransportAddress {
  readonly address: string;
  readonly port: number;
}

const IPV4 = 1;
const IPV6 = 2;
const BYTES: Readonly<Record<number, number>> = { [IPV4]: 4, [IPV6]: 16 };

/** XOR-MAPPED-ADDRESS and its likes (RFC 8489, section 14.2): hidden from proxies that rewrite addresses. */
export function encodeXorAddress({ address, port }: TransportAddress, id: Buffer): Buffer {
  const family = isIPv6(address) ? IPV6 : IPV4;
  const bytes = family === IPV6 ? bytesOfIPv6(address) : Buffer.from(address.split('.').map(Number));
  const head = Buffer.from([0, family, 0, 0]);
  head.writeUInt16BE(port ^ (COOKIE >>> 16), 2);
  return Buffer.concat([head, masked(bytes, id)]);
}

/** @throws BadMessage */
export function decodeXorAddress(value: Buffer, id: Buffer): TransportAddress {
  const family = value[1] ?? 0;
  const size = BYTES[family];
  if (size === undefined || value.length !== 4 + size) throw new BadMessage('It is no address.');
  const bytes = masked(value.subarray(4), id);
  const address = family === IPV4 ? bytes.join('.') : textOfIPv6(bytes);
  return { address, port: value.readUInt16BE(2) ^ (COOKIE >>> 16) };
}

function masked(bytes: Buffer, id: Buffer): Buffer {
  const mask = Buffer.concat([Buffer.from('2112a442', 'hex'), id]);
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));
}

/** The canonical form is the URL parser's. */
function textOfIPv6(bytes: Buffer): string {
  const groups = bytes.toString('hex').match(/.{4}/gu) ?? [];
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

function bytesOfIPv6(text: string): Buffer {
  const plain = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const [start = '', end] = plain.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const [first, last] = [groups(start), groups(end)];
  const all = [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}
