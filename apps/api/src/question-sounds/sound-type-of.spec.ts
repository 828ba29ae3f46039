import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { M4A, MP3, OPUS, TAGGED_MP3, VORBIS, wav } from '../../test/support/sound-files';
import { HEADS } from '../../test/support/spoken-answer';
import { soundTypeOf } from './sound-type-of';

const change = (content: Buffer, from: string, to: string): Buffer =>
  Buffer.from(content.toString('latin1').replace(from, to), 'latin1');

const at = (content: Buffer, place: number, byte: number): Buffer => {
  const changed = Buffer.from(content);
  changed[place] = byte;
  return changed;
};

describe('what a sound file is', () => {
  it.each([
    ['audio/mpeg', MP3],
    ['audio/mpeg', TAGGED_MP3],
    ['audio/ogg', OPUS],
    ['audio/ogg', VORBIS],
    ['audio/wav', wav()],
    ['audio/mp4', M4A],
  ] as const)('is seen by its bytes: %s', (type, content) => {
    expect(soundTypeOf(content)).toBe(type);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(500)])],
    ['text in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('plain words', 'utf16le')])],
    ['nothing', Buffer.alloc(0)],
    ['a tag and no sound', TAGGED_MP3.subarray(0, 210)],
    ['one frame alone', MP3.subarray(0, 417)],
    ['what only begins like a frame', Buffer.concat([MP3.subarray(0, 4), Buffer.alloc(2000, 1)])],
    ['AAC without a container', at(at(MP3, 1, 0xf1), 418, 0xf1)],
    ['a reserved bit rate', at(MP3, 2, 0xf0)],
    ['a reserved version', at(MP3, 1, 0xeb)],
    ['a film', change(M4A, 'soun', 'vide')],
    ['another codec in Ogg', change(OPUS, 'OpusHead', 'theora__')],
    ['WAV with a codec', at(wav(), 20, 0x55)],
    ['AVI', change(wav(), 'WAVE', 'AVI ')],
    ['WebM', HEADS['audio/webm']],
  ])('is not %s', (_, content) => {
    expect(soundTypeOf(content)).toBeUndefined();
  });
});
