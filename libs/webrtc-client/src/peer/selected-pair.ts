/** All bytes that came in over the connection's candidate pairs (W3C webrtc-stats §8.18, `bytesReceived`). */
export function bytesReceivedOf(report: RTCStatsReport): number {
  let bytes = 0;
  report.forEach((stats: { type?: unknown; bytesReceived?: unknown }) => {
    if (stats.type === 'candidate-pair' && typeof stats.bytesReceived === 'number') bytes += stats.bytesReceived;
  });
  return bytes;
}

/** Whether the path in use goes through our own relay (W3C webrtc-stats §8.17, `candidateType`). */
export function isRelayed(report: RTCStatsReport): boolean {
  let relayed = false;
  report.forEach((stats: { type?: unknown; nominated?: unknown; state?: unknown; localCandidateId?: unknown }) => {
    if (stats.type !== 'candidate-pair' || stats.nominated !== true || stats.state !== 'succeeded') return;
    const local = report.get(String(stats.localCandidateId)) as { candidateType?: unknown } | undefined;
    relayed ||= local?.candidateType === 'relay';
  });
  return relayed;
}
