import type { StatsObject } from '../stats-report';
import { changed } from './report-of';

const AT = 1_763_712_000_000;

/**
 * Two seconds apart in a direct call, written by hand in the shape of an older Firefox: no transport, no round-trip time
 * and no estimate on the pair (a `selected` instead), no reason of limitation, no fraction lost.
 */
export const firefoxFirst: readonly StatsObject[] = [
  {
    ...{ id: '5f1a', type: 'candidate-pair', timestamp: AT, transportId: 'transport_0', state: 'succeeded' },
    ...{ nominated: true, selected: false, localCandidateId: 'c1', remoteCandidateId: 'c3' },
    ...{ bytesSent: 3_000, bytesReceived: 3_000, lastPacketSentTimestamp: AT - 30_000 },
  },
  {
    ...{ id: '5f1b', type: 'candidate-pair', timestamp: AT, transportId: 'transport_0', state: 'succeeded' },
    ...{ nominated: true, selected: true, localCandidateId: 'c2', remoteCandidateId: 'c3' },
    ...{ bytesSent: 500_000, bytesReceived: 600_000, lastPacketSentTimestamp: AT - 10 },
  },
  { id: 'c1', type: 'local-candidate', timestamp: AT, candidateType: 'host', protocol: 'tcp' },
  { id: 'c2', type: 'local-candidate', timestamp: AT, candidateType: 'host', protocol: 'udp' },
  { id: 'c3', type: 'remote-candidate', timestamp: AT, candidateType: 'prflx', protocol: 'udp' },
  {
    ...{ id: 'aa01', type: 'inbound-rtp', timestamp: AT, kind: 'audio', mid: '0', ssrc: 31, jitter: 0.002 },
    ...{ packetsReceived: 500, packetsLost: 0, bytesReceived: 50_000 },
  },
  {
    ...{ id: 'aa02', type: 'inbound-rtp', timestamp: AT, kind: 'video', mid: '1', ssrc: 32, jitter: 0.01 },
    ...{ packetsReceived: 900, packetsLost: 0, bytesReceived: 500_000, framesDecoded: 300 },
    ...{ frameWidth: 640, frameHeight: 480 },
  },
  {
    ...{ id: 'bb01', type: 'outbound-rtp', timestamp: AT, kind: 'audio', mid: '0', ssrc: 41, remoteId: 'cc01' },
    ...{ packetsSent: 500, bytesSent: 45_000 },
  },
  {
    ...{ id: 'bb02', type: 'outbound-rtp', timestamp: AT, kind: 'video', mid: '1', ssrc: 42, remoteId: 'cc02' },
    ...{ packetsSent: 800, bytesSent: 400_000, framesEncoded: 290, framesPerSecond: 29 },
    ...{ frameWidth: 640, frameHeight: 480 },
  },
  {
    ...{ id: 'cc01', type: 'remote-inbound-rtp', timestamp: AT - 1_200, kind: 'audio', ssrc: 41, localId: 'bb01' },
    ...{ jitter: 0.003, packetsLost: 0, packetsReceived: 480, roundTripTime: 0.11 },
  },
  {
    ...{ id: 'cc02', type: 'remote-inbound-rtp', timestamp: AT - 400, kind: 'video', ssrc: 42, localId: 'bb02' },
    ...{ jitter: 0.012, packetsLost: 2, packetsReceived: 780, roundTripTime: 0.1 },
  },
];

export const firefoxSecond: readonly StatsObject[] = changed(firefoxFirst, {
  '5f1b': { timestamp: AT + 2_000, bytesSent: 620_000, bytesReceived: 750_000 },
  aa01: { timestamp: AT + 2_000, packetsReceived: 600, bytesReceived: 60_000 },
  aa02: { timestamp: AT + 2_000, packetsReceived: 1_100, bytesReceived: 620_000, framesDecoded: 348 },
  bb01: { timestamp: AT + 2_000, packetsSent: 600, bytesSent: 54_000 },
  bb02: { timestamp: AT + 2_000, packetsSent: 1_000, bytesSent: 500_000, framesEncoded: 348 },
  cc01: { timestamp: AT + 1_000, packetsLost: 3, packetsReceived: 575, roundTripTime: 0.12 },
  cc02: { timestamp: AT + 1_500, packetsLost: 14, packetsReceived: 965, roundTripTime: 0.13 },
});
