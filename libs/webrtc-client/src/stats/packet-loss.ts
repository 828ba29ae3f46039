import { growth, pairOf, streamsOf, type StatsPair } from './stream-pair';
import { numberIn, objectById, objectsOf, sumOf, type StatsReport } from './stats-report';

/** The share of packets of the other side that did not come, 0 to 1; undefined when none was due. */
export function lossIn(before: StatsReport | undefined, now: StatsReport): number | undefined {
  const streams = streamsOf(before, now, 'in');
  const received = sumOf(streams.map((stream) => growth(stream, 'packetsReceived')));
  const lost = sumOf(streams.map((stream) => lostMore(stream)));
  if (received === undefined || lost === undefined || received + lost === 0) return undefined;
  return lost / (received + lost);
}

/**
 * The share of our packets that the other side missed, by its receiver reports (RFC 3550 §6.4.1): `fractionLost`, or
 * what was lost of what was sent where a browser lacks that. Streams count by how much they sent; one that sends
 * nothing keeps its last report for ever and does not count.
 */
export function lossOut(before: StatsReport | undefined, now: StatsReport): number | undefined {
  let [lost, weight] = [0, 0];
  for (const remote of objectsOf(now, 'remote-inbound-rtp')) {
    const local = objectById(now, remote['localId']);
    const sent = local ? growth(pairOf(local, before), 'packetsSent') : undefined;
    const fraction = numberIn(remote, 'fractionLost') ?? fractionOf(lostMore(pairOf(remote, before)), sent);
    const share = sent ?? (before ? 0 : 1);
    if (fraction === undefined || share === 0) continue;
    lost += Math.min(1, Math.max(0, fraction)) * share;
    weight += share;
  }
  return weight === 0 ? undefined : lost / weight;
}

/** `packetsLost` is the one counter that may go down: a packet thought lost came late or twice (W3C webrtc-stats §8.4). */
function lostMore({ now, before }: StatsPair): number | undefined {
  const [end, start] = [numberIn(now, 'packetsLost'), numberIn(before, 'packetsLost')];
  return end === undefined || start === undefined ? undefined : Math.max(0, end - start);
}

const fractionOf = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || !whole ? undefined : part / whole;
