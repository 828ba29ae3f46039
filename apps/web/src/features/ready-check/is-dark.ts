/** Of 255. A covered lens gives a little noise; a dark room with a screen in it gives more. */
const DARK = 12;

/** Whether a picture (RGBA, as `ImageData` has it) is nothing but black. */
export function isDark(pixels: Uint8ClampedArray): boolean {
  let brightest = 0;
  for (let index = 0; index < pixels.length; index += 4) {
    const luminance =
      0.2126 * (pixels[index] ?? 0) + 0.7152 * (pixels[index + 1] ?? 0) + 0.0722 * (pixels[index + 2] ?? 0);
    brightest = Math.max(brightest, luminance);
  }
  return brightest < DARK;
}
