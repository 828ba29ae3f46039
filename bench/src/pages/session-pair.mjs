import { PeerSession } from '@ieum/webrtc-client';

/** Two people of the library in one page, with the same devices. */
export function createSessionPair({ wire, media }) {
  const b = new PeerSession({ polite: true, signaling: wire.b, media });
  const a = new PeerSession({ polite: false, signaling: wire.a, media });
  return {
    sides: [a, b],
    getStats: [() => a.getStats(), () => b.getStats()],
    close: () => [a, b].forEach((side) => side.close()),
  };
}

/** Resolves when both sides are connected. */
export async function sessionsConnected({ sides }) {
  await Promise.all(sides.map((side) => untilState(side, 'connected')));
}

/** Resolves at the time the session is, or gets, in this state. */
export function untilState(session, wanted) {
  return new Promise((resolve) => {
    if (session.state === wanted) resolve(performance.now());
    session.on('state', (state) => state === wanted && resolve(performance.now()));
  });
}
