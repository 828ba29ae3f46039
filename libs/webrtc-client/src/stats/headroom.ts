import type { CallSample } from './call-sample';

/**
 * An estimate this much above what is sent has room. It says nothing more than that: it follows what is sent, so a picture
 * without movement makes it low. A browser that holds a picture back sends clearly less than it could (Chromium: a third).
 */
const HEADROOM = { free: 1.2, heldBack: 1.5 };

/** Whether the line seems to carry more than is sent; true also where the browser does not estimate it. */
export function hasHeadroom({ availableOutgoingBitrate = Infinity, bitrate, limitation }: CallSample): boolean {
  const factor = limitation === 'bandwidth' ? HEADROOM.heldBack : HEADROOM.free;
  return availableOutgoingBitrate >= (bitrate.out.total ?? 0) * factor;
}
