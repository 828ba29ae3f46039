import { LocalMedia, PeerSession } from '@ieum/webrtc-client';
import { randomWire, seeded } from './random-wire';

/** How a storm of changes ended. */
export interface Storm {
  readonly states: readonly string[];
  /** Kind and mid of every m-line, by side. */
  readonly lines: readonly (readonly string[])[];
  readonly errors: readonly string[];
}

/** What is still there after everything was closed. */
export interface Remains {
  readonly openConnections: number;
  readonly liveTracks: number;
}

declare global {
  interface Window {
    readonly library: typeof library;
  }
}

const connections: RTCPeerConnection[] = [];
const tracks: MediaStreamTrack[] = [];
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.push(this);
  }
};
const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  const stream = await getUserMedia(constraints);
  tracks.push(...stream.getTracks());
  return stream;
};

/** Resolves when both sessions are connected. */
function bothConnected(...sessions: PeerSession[]): Promise<unknown> {
  return Promise.all(
    sessions.map(
      (session) =>
        new Promise<void>((resolve) => {
          if (session.state === 'connected') resolve();
          session.on('state', (state) => state === 'connected' && resolve());
        }),
    ),
  );
}

async function pair(jitterMs: number, random: () => number, media?: LocalMedia) {
  const wire = randomWire(random, jitterMs);
  const b = new PeerSession({ polite: true, signaling: wire.b, media });
  const a = new PeerSession({ polite: false, signaling: wire.a, media });
  const errors: string[] = [];
  for (const session of [a, b]) session.on('error', ({ reason, cause }) => errors.push(`${reason}: ${String(cause)}`));
  await bothConnected(a, b);
  return { a, b, errors };
}

const DIRECTIONS = ['sendrecv', 'recvonly', 'sendonly', 'inactive'] as const;

function change(
  connection: RTCPeerConnection,
  random: () => number,
  track: MediaStreamTrack | undefined,
  directions: readonly RTCRtpTransceiverDirection[],
): void {
  const transceivers = connection.getTransceivers();
  const one = transceivers[Math.floor(random() * transceivers.length)];
  const what = random();
  if (what < 0.1 && transceivers.length < 12) connection.addTransceiver(random() < 0.5 ? 'audio' : 'video');
  else if (what < 0.6 && one) one.direction = directions[Math.floor(random() * directions.length)] ?? 'sendrecv';
  else if (what < 0.9 && one?.receiver.track.kind === track?.kind) void one?.sender.replaceTrack(track ?? null);
}

const linesOf = (connection: RTCPeerConnection | undefined): string[] =>
  [...(connection?.currentLocalDescription?.sdp.matchAll(/^m=(\w+)[^]*?^a=mid:(\S+)/gmu) ?? [])].map(
    ([, kind, mid]) => `${kind} ${mid}`,
  );

/** Resolves when neither side negotiated for as long as a message and a repeated offer may take. */
async function quiet(sides: readonly RTCPeerConnection[]): Promise<void> {
  let last = performance.now();
  const busy = (): void => void (last = performance.now());
  for (const side of sides) side.addEventListener('signalingstatechange', busy);
  while (performance.now() - last < 3_000 || sides.some(({ signalingState }) => signalingState !== 'stable')) {
    if (performance.now() - last > 30_000) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const library = {
  /**
   * `changes` random changes of tracks, half on either side, while signals take from 0 to `jitterMs`. `oneReceives`:
   * one of them may stop sending, but never receiving.
   */
  async storm(seed: number, changes: number, jitterMs: number, oneReceives: boolean): Promise<Storm> {
    const directions = [DIRECTIONS, oneReceives ? DIRECTIONS.slice(0, 2) : DIRECTIONS];
    const random = seeded(seed);
    const media = new LocalMedia();
    await media.open();
    const { a, b, errors } = await pair(jitterMs, random, media);
    const sides = connections.slice(-2);
    for (let done = 0; done < changes; done += 1) {
      const side = sides[done % 2];
      if (side) change(side, random, media.stream.getTracks()[done % 2], directions[done % 2] ?? DIRECTIONS);
      await new Promise((resolve) => setTimeout(resolve, random() * 30));
    }
    await quiet(sides);
    const result = { states: sides.map(({ signalingState }) => signalingState), lines: sides.map(linesOf), errors };
    for (const session of [a, b]) session.close();
    media.close();
    return result;
  },

  /** Two people meet and part, `times` over. */
  async joinAndLeave(times: number): Promise<Remains> {
    for (let time = 0; time < times; time += 1) {
      const media = new LocalMedia();
      await media.open();
      const { a, b } = await pair(0, Math.random, media);
      for (const session of time % 2 ? [a, b] : [b, a]) session.close();
      media.close();
    }
    const openConnections = connections.filter(({ connectionState }) => connectionState !== 'closed').length;
    const liveTracks = tracks.filter(({ readyState }) => readyState === 'live').length;
    connections.length = 0;
    tracks.length = 0;
    return { openConnections, liveTracks };
  },
};
Object.assign(window, { library });
