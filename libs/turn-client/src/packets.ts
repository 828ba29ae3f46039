import { BadMessage, HEADER_BYTES, paddingOf } from './stun-message';

const CHANNEL_HEADER_BYTES = 4;

/** Data of a channel (RFC 8656, section 12.4): four bytes before it, where an indication has 36. */
export interface ChannelData {
  readonly channel: number;
  readonly data: Buffer;
}

export const isChannelData = (packet: Buffer): boolean => ((packet[0] ?? 0) & 0xc0) === 0x40;

/** Filled up to four bytes, as streams want it and datagrams allow it. */
export function encodeChannelData({ channel, data }: ChannelData): Buffer {
  const head = Buffer.alloc(CHANNEL_HEADER_BYTES);
  head.writeUInt16BE(channel, 0);
  head.writeUInt16BE(data.length, 2);
  return Buffer.concat([head, data, Buffer.alloc(paddingOf(data.length))]);
}

/** @throws BadMessage */
export function decodeChannelData(packet: Buffer): ChannelData {
  if (packet.length < CHANNEL_HEADER_BYTES || !isChannelData(packet)) throw new BadMessage('It is no ChannelData.');
  const end = CHANNEL_HEADER_BYTES + packet.readUInt16BE(2);
  if (end > packet.length) throw new BadMessage('ChannelData goes past its end.');
  return { channel: packet.readUInt16BE(0), data: packet.subarray(CHANNEL_HEADER_BYTES, end) };
}

/** Finds the packets in a stream, which keeps no borders between them. */
export class PacketSplitter {
  private rest: Buffer = Buffer.alloc(0);

  /**
   * The packets that are whole by now.
   * @throws BadMessage when what comes is neither STUN nor ChannelData: then there is no way to find the next one
   */
  add(chunk: Buffer): Buffer[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const packets: Buffer[] = [];
    while (this.rest.length >= CHANNEL_HEADER_BYTES) {
      const length = lengthOf(this.rest);
      if (this.rest.length < length) break;
      packets.push(this.rest.subarray(0, length));
      this.rest = this.rest.subarray(length);
    }
    return packets;
  }
}

/** Never above 64 KiB and some bytes: both lengths have 16 bits. */
function lengthOf(start: Buffer): number {
  const length = start.readUInt16BE(2);
  if (isChannelData(start)) return CHANNEL_HEADER_BYTES + length + paddingOf(length);
  if (((start[0] ?? 0) & 0xc0) === 0) return HEADER_BYTES + length;
  throw new BadMessage('It is neither STUN nor ChannelData.');
}
