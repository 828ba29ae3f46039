/** What a page does that calls without a library: side `a` offers, side `b` answers, nothing is mended by itself. */
export function createBarePair({ wire, stream }) {
  const a = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  const b = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  connect(a, wire.a);
  connect(b, wire.b);
  const channels = [a, b].map((side) => side.createDataChannel('bare', { negotiated: true, id: 0 }));
  for (const track of stream?.getTracks() ?? []) {
    a.addTrack(track, stream);
    b.addTrack(track, stream);
  }
  a.addEventListener('negotiationneeded', async () => {
    await a.setLocalDescription();
    wire.a.send({ description: a.localDescription });
  });
  return {
    sides: [a, b],
    channels,
    getStats: [() => a.getStats(), () => b.getStats()],
    close: () => [a, b].forEach((side) => side.close()),
  };
}

function connect(side, end) {
  side.addEventListener('icecandidate', ({ candidate }) => candidate && end.send({ candidate }));
  let tail = Promise.resolve();
  end.subscribe((message) => {
    tail = tail.then(() => take(side, end, message));
  });
}

async function take(side, end, { description, candidate }) {
  if (candidate) return side.addIceCandidate(candidate);
  await side.setRemoteDescription(description);
  if (description.type !== 'offer') return;
  await side.setLocalDescription();
  end.send({ description: side.localDescription });
}

/** Resolves when both sides are connected. */
export async function bareConnected({ sides }) {
  await Promise.all(
    sides.map(
      (side) =>
        new Promise((resolve) => {
          const look = () => side.connectionState === 'connected' && resolve();
          side.addEventListener('connectionstatechange', look);
          look();
        }),
    ),
  );
}
