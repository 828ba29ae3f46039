import { describe, expect, it } from '@jest/globals';
import { figuresIn } from './figures';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');
const en = figuresIn('en');

describe('figures of a call', () => {
  it('are short, with their unit', () => {
    expect(plain(en.milliseconds(41.6))).toBe('42 ms');
    expect(plain(figuresIn('ko').milliseconds(41.6))).toBe('42ms');
    expect(plain(en.share(0.0234))).toBe('2.3%');
    expect(en.bitrate(318_400)).toBe('318 kbit/s');
    expect(en.bitrate(1_250_000)).toBe('1.3 Mbit/s');
  });

  it('say how large a picture is, and how often there is one', () => {
    const picture = { mid: '1', width: 640, height: 360, framesPerSecond: 14.7 };
    expect(en.picture(picture)).toBe('640×360, 15 fps');
    expect(en.picture({ ...picture, framesPerSecond: undefined })).toBe('640×360');
  });

  it('are a dash where nothing is known', () => {
    const all = [en.milliseconds(undefined), en.share(undefined), en.bitrate(undefined), en.picture(undefined)];
    expect(new Set(all)).toEqual(new Set(['–']));
  });
});
