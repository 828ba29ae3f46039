/** For specs: the beginnings of pictures, which say how large they are. */
const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));

const big = (value: number, count: number) =>
  Array.from({ length: count }, (_, index) => (value >>> (8 * (count - 1 - index))) & 0xff);
const little = (value: number, count: number) => big(value, count).reverse();

export const png = (width: number, height: number) =>
  bytesOf('\u0089PNG\r\n\u001a\n', big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 2, 0, 0, 0]);

export const jpeg = (width: number, height: number) =>
  bytesOf([0xff, 0xd8, 0xff, 0xe0], big(4, 2), [0, 0, 0xff, 0xc0], big(11, 2), [8], big(height, 2), big(width, 2));

export const webp = (width: number, height: number) =>
  bytesOf(
    'RIFF',
    little(22, 4),
    'WEBP',
    'VP8X',
    little(10, 4),
    [0, 0, 0, 0],
    little(width - 1, 3),
    little(height - 1, 3),
  );

export const gif = (width: number, height: number) => bytesOf('GIF89a', little(width, 2), little(height, 2), [0, 0, 0]);
