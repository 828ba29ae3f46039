import { describe, expect, it } from '@jest/globals';
import { RECORDING_TYPES } from '@ieum/api-contract';
import { HEADS } from '../../test/support/spoken-answer';
import { containerOf } from './container-of';

const change = (content: Buffer, from: string, to: string): Buffer =>
  Buffer.from(content.toString('latin1').replace(from, to), 'latin1');

describe('what a recording is', () => {
  it.each(RECORDING_TYPES)('is seen by how it begins: %s', (type) => {
    expect(containerOf(Buffer.concat([HEADS[type], Buffer.alloc(5000, 7)]))).toBe(type);
    expect(containerOf(HEADS[type])).toBe(type);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(500, 7)])],
    ['a picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500, 7)])],
    ['nothing', Buffer.alloc(0)],
    ['too little of it', HEADS['audio/webm'].subarray(0, 12)],
    ['another kind of EBML', change(HEADS['audio/webm'], 'webm', 'matr')],
    ['a film', change(HEADS['audio/webm'], 'A_OPUS', 'V_VP8 ')],
    ['a film with sound', change(HEADS['audio/webm'], 'OpusHead', 'V_VP8xxx')],
    ['another codec in Ogg', change(HEADS['audio/ogg'], 'OpusHead', 'vorbisxx')],
    ['a film in MP4', change(HEADS['audio/mp4'], 'soun', 'vide')],
  ])('is not %s', (_, content) => {
    expect(containerOf(content)).toBeUndefined();
  });
});
