import { describe, expect, it } from '@jest/globals';
import { palette } from './palette';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const { sea, apricot, red, gray, dark } = palette;
const BODY = { light: '#fdfbf8', dark: dark[7] };

describe('the palette', () => {
  it.each([
    ['text', gray[9], BODY.light],
    ['dimmed text', gray[7], BODY.light],
    ['dimmed text on a grey surface', gray[7], gray[1]],
    ['a link', sea[7], BODY.light],
    ['a filled button', '#ffffff', sea[7]],
    ['a dangerous button', '#ffffff', red[7]],
    ['an error', red[7], BODY.light],
    ['the connection banner', apricot[9], apricot[1]],
    ['the chosen page in the menu', sea[8], sea[0]],
    ['text in the dark', dark[0], BODY.dark],
    ['dimmed text in the dark', dark[2], BODY.dark],
    ['dimmed text on a dark surface', dark[2], dark[6]],
    ['a link in the dark', sea[4], BODY.dark],
    ['a filled button in the dark', '#000000', sea[4]],
    ['an error in the dark', red[4], BODY.dark],
  ])('makes %s readable (4.5:1)', (_what, foreground, background) => {
    expect(contrast(foreground, background)).toBeGreaterThanOrEqual(4.5);
  });
});
