import type { CallPath, PathProtocol } from './call-sample';
import { numberIn, objectById, objectsOf, textIn, type StatsObject, type StatsReport } from './stats-report';

/**
 * The candidate pair in use: the one its transport names (W3C webrtc-stats §8.16); where there are no transports, as in
 * older Firefox, the one marked `selected` or else the nominated one that was used last (§8.18).
 */
export function selectedPairOf(report: StatsReport | undefined): StatsObject | undefined {
  for (const transport of objectsOf(report, 'transport')) {
    const pair = objectById(report, transport['selectedCandidatePairId']);
    if (pair) return pair;
  }
  const pairs = objectsOf(report, 'candidate-pair');
  const nominated = pairs.filter((pair) => pair['nominated'] === true && pair['state'] === 'succeeded');
  return pairs.find((pair) => pair['selected'] === true) ?? nominated.sort((a, b) => lastUse(b) - lastUse(a))[0];
}

/** What is known of the path in use; undefined while there is none. */
export function pathOf(report: StatsReport): CallPath | undefined {
  const pair = selectedPairOf(report);
  if (!pair) return undefined;
  const local = objectById(report, pair['localCandidateId']);
  const [ours, theirs] = [candidateType(local), candidateType(objectById(report, pair['remoteCandidateId']))];
  const relayed = ours === 'relay' || theirs === 'relay';
  return { pairId: String(pair['id']), local: ours, remote: theirs, protocol: protocolOf(local), relayed };
}

/** A relay candidate's `protocol` is the one beyond the relay; the way to it is `relayProtocol` (§8.17). */
function protocolOf(local: StatsObject | undefined): PathProtocol | undefined {
  const toRelay = candidateType(local) === 'relay' ? textIn(local, 'relayProtocol') : undefined;
  const protocol = (toRelay ?? textIn(local, 'protocol'))?.toLowerCase();
  return protocol === 'udp' || protocol === 'tcp' || protocol === 'tls' ? protocol : undefined;
}

function candidateType(candidate: StatsObject | undefined): RTCIceCandidateType | undefined {
  const type = textIn(candidate, 'candidateType');
  return type === 'host' || type === 'srflx' || type === 'prflx' || type === 'relay' ? type : undefined;
}

const lastUse = (pair: StatsObject): number =>
  numberIn(pair, 'lastPacketSentTimestamp') ?? numberIn(pair, 'bytesSent') ?? 0;
