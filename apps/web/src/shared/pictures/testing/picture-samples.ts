const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((one) => one.charCodeAt(0)) : [...part])),
  );

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const big16 = (value: number): number[] => [value >> 8, value & 255];
const little = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 255);

/** For specs: the beginnings of picture files, as far as anybody reads them. */
export const pictures = {
  jpeg: (width: number, height: number, marker = 0xc0) =>
    bytesOf(
      [0xff, 0xd8, 0xff, 0xe0, 0, 16],
      'JFIF',
      zeros(10),
      [0xff, marker, 0, 17, 8, ...big16(height), ...big16(width)],
      zeros(20),
    ),
  lossy: (width: number, height: number) =>
    bytesOf('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), little(width, 2), little(height, 2), zeros(20)),
  lossless: (width: number, height: number) =>
    bytesOf('RIFF', zeros(4), 'WEBPVP8L', zeros(5), little((width - 1) | ((height - 1) << 14), 4), zeros(20)),
  extended: (width: number, height: number, flags = 0) =>
    bytesOf(
      'RIFF',
      zeros(4),
      'WEBPVP8X',
      zeros(4),
      [flags, 0, 0, 0],
      little(width - 1, 3),
      little(height - 1, 3),
      zeros(20),
    ),
  png: () => bytesOf([0x89], 'PNG\r\n', [0x1a], '\n', zeros(40)),
  svg: () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
} as const;
