import { createHash, randomBytes } from 'node:crypto';
import type { RecordingType } from '@ieum/api-contract';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const text = (words: string): Buffer => Buffer.from(words, 'latin1');

/** How each container begins, as browsers write it: the headers up to the first sound. */
export const HEADS: Readonly<Record<RecordingType, Buffer>> = {
  'audio/webm': Buffer.concat([
    hex('1a45dfa3 9f 4286 81 01 42f7 81 01 42f2 81 04 42f3 81 08 4282 84'),
    text('webm'),
    hex('4287 81 04 4285 81 02 18538067 01ffffffffffffff 1654ae6b bf ae bd d7 81 01 83 81 02 86 86'),
    text('A_OPUS'),
    hex('63a2 93'),
    text('OpusHead'),
    hex('01 01 0000 80bb0000 0000 00 1f43b675 01ffffffffffffff e7 81 00'),
  ]),
  'audio/ogg': Buffer.concat([
    text('OggS'),
    hex('00 02 0000000000000000 01000000 00000000 00000000 01 13'),
    text('OpusHead'),
    hex('01 01 0000 80bb0000 0000 00'),
  ]),
  'audio/mp4': Buffer.concat([
    hex('00000018'),
    text('ftypiso5'),
    hex('00000000'),
    text('iso5hlsf'),
    hex('0000002c'),
    text('moov'),
    hex('00000024'),
    text('hdlr'),
    hex('00000000 00000000'),
    text('soun'),
    Buffer.alloc(16),
  ]),
};

/** A spoken answer of so many slices: headers, and what no player would play. */
export function spokenAnswer(slices = 3, bytes = 20_000, type: RecordingType = 'audio/webm'): Buffer[] {
  return Array.from({ length: slices }, (_, index) =>
    index === 0 ? Buffer.concat([HEADS[type], randomBytes(bytes)]) : randomBytes(bytes),
  );
}

export const contentDigest = (content: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;
