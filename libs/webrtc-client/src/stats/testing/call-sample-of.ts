import type { CallSample, Picture } from '../call-sample';

export const cameraPicture: Picture = { mid: '1', width: 1280, height: 720, framesPerSecond: 30 };

/** A call of which nothing bad can be said, some of it changed. Bitrates in bit/s. */
export function callSampleOf(changes: Partial<CallSample> = {}, videoBitrate = 1_000_000): CallSample {
  const bitrate = { audio: 32_000, video: videoBitrate, total: videoBitrate + 32_000 };
  return {
    atMs: 0,
    roundTripMs: 40,
    loss: { in: 0, out: 0 },
    jitterMs: { in: 5, out: 5 },
    bitrate: { in: bitrate, out: bitrate },
    pictures: { in: [cameraPicture], out: [cameraPicture] },
    path: { pairId: 'pair', local: 'host', remote: 'host', protocol: 'udp', relayed: false },
    availableOutgoingBitrate: 3_000_000,
    limitation: 'none',
    ...changes,
  };
}
