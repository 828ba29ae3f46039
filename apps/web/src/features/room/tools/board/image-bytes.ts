import { BOARD_LIMITS } from './board-limits';

/** What pictures on the board are: every browser shows both, and neither can hold a program. */
export type BoardImageType = 'image/jpeg' | 'image/webp';

export interface ImageFacts {
  readonly mimeType: BoardImageType;
  readonly width: number;
  readonly height: number;
}

/**
 * What the bytes of a picture say of it, whatever they are called: only still pictures of our size, for a few bytes can
 * say that they are a picture of gigabytes. `null`: not to be shown.
 */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  if (bytes.byteLength > BOARD_LIMITS.imageBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const facts = jpegFacts(view) ?? webpFacts(view);
    return facts && isOurSize(facts.width) && isOurSize(facts.height) ? facts : null;
  } catch (error) {
    // It ends where its own words say it goes on.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const isOurSize = (pixels: number): boolean => pixels > 0 && pixels <= BOARD_LIMITS.imagePixels;

/** ITU-T T.81, annex B: markers until the frame header, whatever its kind. */
function jpegFacts(view: DataView): ImageFacts | null {
  if (view.getUint16(0) !== 0xff_d8) return null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { mimeType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // The picture itself begins, and nothing said how large it is.
    if (marker === 0xda) return null;
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

/** RFC 9649. */
function webpFacts(view: DataView): ImageFacts | null {
  if (textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WEBP') return null;
  const size = webpSize(view, textAt(view, 12));
  return size && { mimeType: 'image/webp', ...size };
}

function webpSize(view: DataView, kind: string): { width: number; height: number } | null {
  switch (kind) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3f_ff, height: view.getUint16(28, true) & 0x3f_ff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 };
    }
    case 'VP8X': {
      const isAnimated = (view.getUint8(20) & 0b10) !== 0;
      return isAnimated ? null : { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    }
    default:
      return null;
  }
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
