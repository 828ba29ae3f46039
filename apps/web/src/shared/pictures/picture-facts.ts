/** What people send each other here: every browser shows both, and in neither can a program hide. */
export type PictureType = 'image/jpeg' | 'image/webp';

export interface PictureFacts {
  readonly mimeType: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PictureLimits {
  /** Of the longer side. */
  readonly pixels: number;
  readonly bytes: number;
}

/** A picture that was looked at: its bytes are what it says. */
export interface SmallPicture extends PictureFacts {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The picture that somebody may have put into the document, whatever it says of itself beside its bytes. */
export function pictureIn(value: unknown, limits: PictureLimits): SmallPicture | null {
  const bytes = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : null;
  const facts = bytes instanceof Uint8Array ? pictureFacts(bytes, limits) : null;
  return facts && { ...facts, bytes: new Uint8Array(bytes as Uint8Array) };
}

/**
 * What the bytes of a still picture say of it, whatever it is called; a few bytes can say that they are a picture of
 * gigabytes. `null`: it is none of our types, broken, or beyond the limits.
 */
export function pictureFacts(bytes: Uint8Array, limits: PictureLimits): PictureFacts | null {
  if (bytes.byteLength > limits.bytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const facts = jpegFacts(view) ?? webpFacts(view);
    if (!facts || Math.min(facts.width, facts.height) === 0) return null;
    return Math.max(facts.width, facts.height) <= limits.pixels ? facts : null;
  } catch (error) {
    // It ends where its own words say it goes on.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** ITU-T T.81, annex B: markers until the frame header, whatever its kind. */
function jpegFacts(view: DataView): PictureFacts | null {
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

/** RFC 9649 §2. */
function webpFacts(view: DataView): PictureFacts | null {
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
