import { HEADS } from './spoken-answer';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** Two frames of MPEG 1, Layer III, 128 kbit/s, 44.1 kHz: 417 bytes each. */
export const MP3 = Buffer.concat([
  Buffer.concat([hex('fffb9064'), Buffer.alloc(413)]),
  Buffer.concat([hex('fffb9064'), Buffer.alloc(413)]),
]);

/** With a tag of 200 bytes before it. */
export const TAGGED_MP3 = Buffer.concat([Buffer.from('ID3'), hex('040000 00000148'), Buffer.alloc(200, 65), MP3]);

/** Mono, 8 kHz, 16 bits: so many milliseconds of silence. */
export function wav(ms = 100): Buffer {
  const data = Buffer.alloc(ms * 16);
  const head = Buffer.from(`RIFF0000WAVEfmt 0000000000000000000data0000`, 'latin1').subarray(0, 36);
  const whole = Buffer.concat([head, Buffer.from('data'), Buffer.alloc(4), data]);
  whole.writeUInt32LE(whole.length - 8, 4);
  whole.writeUInt32LE(16, 16);
  whole.writeUInt16LE(1, 20);
  whole.writeUInt16LE(1, 22);
  whole.writeUInt32LE(8000, 24);
  whole.writeUInt32LE(16_000, 28);
  whole.writeUInt16LE(2, 32);
  whole.writeUInt16LE(16, 34);
  whole.writeUInt32LE(data.length, 40);
  return whole;
}

/** The tracks are told after what they say, as cameras and telephones write it. */
export const M4A = Buffer.concat([
  hex('00000018'),
  Buffer.from('ftypM4A '),
  hex('00000000'),
  Buffer.from('M4A mp42'),
  Buffer.alloc(9000, 7),
  HEADS['audio/mp4'].subarray(24),
]);
export const OPUS = Buffer.concat([HEADS['audio/ogg'], Buffer.alloc(500)]);
export const VORBIS = Buffer.concat([
  HEADS['audio/ogg'].subarray(0, 28),
  Buffer.from('\u0001vorbis'),
  Buffer.alloc(500),
]);
