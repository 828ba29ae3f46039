import type { CallSample } from '@ieum/webrtc-client';

/** For specs: a call of which nothing bad can be said, some of it changed. */
export function callSampleOf(changes: Partial<CallSample> = {}): CallSample {
  const bitrate = { audio: 32_000, video: 1_000_000, total: 1_032_000 };
  const camera = { mid: '1', width: 1280, height: 720, framesPerSecond: 30 };
  return {
    atMs: 0,
    roundTripMs: 40,
    loss: { in: 0, out: 0 },
    jitterMs: { in: 5, out: 5 },
    bitrate: { in: bitrate, out: bitrate },
    pictures: { in: [camera], out: [camera] },
    path: { pairId: 'pair', local: 'host', remote: 'host', protocol: 'udp', relayed: false },
    availableOutgoingBitrate: 3_000_000,
    limitation: 'none',
    ...changes,
  };
}
