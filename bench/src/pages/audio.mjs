const LOOK_EVERY_MS = 10;

/** What has arrived of sound, by stream. */
async function packetsOf(getStats) {
  const counts = new Map();
  for (const stats of (await getStats()).values()) {
    if (stats.type === 'inbound-rtp' && stats.kind === 'audio') counts.set(stats.id, stats.packetsReceived);
  }
  return counts;
}

/** Resolves at the time at which packets of sound arrive that had not by now; a new connection counts from nothing. */
export async function nextAudio(getStats) {
  const before = await packetsOf(getStats);
  for (;;) {
    for (const [id, count] of await packetsOf(getStats)) {
      if (count > 0 && count !== before.get(id)) return performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
