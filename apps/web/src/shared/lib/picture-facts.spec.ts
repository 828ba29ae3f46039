import { describe, expect, it } from '@jest/globals';
import { pictureFacts } from './picture-facts';
import { gif, jpeg, png, webp } from './testing/picture-samples';

describe('what the bytes of a picture say of it', () => {
  it.each([
    ['image/png', png(640, 480)],
    ['image/jpeg', jpeg(640, 480)],
    ['image/webp', webp(640, 480)],
    ['image/gif', gif(640, 480)],
  ])('is its type and its size: %s', (mimeType, bytes) => {
    expect(pictureFacts(bytes)).toEqual({ mimeType, width: 640, height: 480 });
  });

  it('is read at its place in a larger buffer', () => {
    const bytes = new Uint8Array(100);
    bytes.set(png(3, 4), 20);
    expect(pictureFacts(bytes.subarray(20))).toEqual({ mimeType: 'image/png', width: 3, height: 4 });
  });

  it.each([
    ['nothing', new Uint8Array()],
    [
      'a drawing that can run scripts',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
    ['a file that is cut off', png(640, 480).subarray(0, 18)],
    ['a JPEG without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 0)],
    ['a JPEG that goes on nowhere', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff)],
    ['a picture of no size', png(0, 480)],
  ])('is nothing when it is %s', (_what, bytes) => {
    expect(pictureFacts(bytes)).toBeNull();
  });
});
