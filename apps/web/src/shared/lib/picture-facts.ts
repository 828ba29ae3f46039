/** Of these no browser runs anything: SVG is not among them. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

export interface PictureFacts {
  readonly mimeType: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * What the bytes of a picture say of it, whatever it is called: a few bytes can say that they are a picture of gigabytes,
 * so look at its size before a browser decodes it. `null`: it is none of these types, or broken.
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const facts = pngFacts(view) ?? jpegFacts(view) ?? webpFacts(view) ?? gifFacts(view);
    return facts && facts.width > 0 && facts.height > 0 ? facts : null;
  } catch (error) {
    // It ends where its own words say it goes on.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** W3C PNG §5.2 and §11.2.1: the header is the first chunk. */
function pngFacts(view: DataView): PictureFacts | null {
  if (view.getUint32(0) !== 0x89_50_4e_47 || view.getUint32(4) !== 0x0d_0a_1a_0a || textAt(view, 12) !== 'IHDR') {
    return null;
  }
  return { mimeType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
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
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

/** GIF89a §18: the logical screen. */
function gifFacts(view: DataView): PictureFacts | null {
  if (textAt(view, 0) !== 'GIF8') return null;
  return { mimeType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
