import type { StatsObject } from '../stats-report';
import { changed } from './report-of';

const AT = 1_763_712_000_000;

/** Two seconds apart in a call over a TURN server by TLS, written by hand in the shape of Chromium: what matters here. */
export const chromiumFirst: readonly StatsObject[] = [
  { id: 'P', type: 'peer-connection', timestamp: AT, dataChannelsOpened: 2, dataChannelsClosed: 0 },
  {
    ...{ id: 'T01', type: 'transport', timestamp: AT, bytesSent: 1_000_000, bytesReceived: 2_000_000 },
    ...{ dtlsState: 'connected', selectedCandidatePairId: 'CPrelay' },
  },
  {
    ...{ id: 'CPhost', type: 'candidate-pair', timestamp: AT, transportId: 'T01', state: 'failed', nominated: false },
    ...{ localCandidateId: 'Ihost', remoteCandidateId: 'Isrflx', bytesSent: 0, bytesReceived: 0 },
  },
  {
    ...{ id: 'CPrelay', type: 'candidate-pair', timestamp: AT, transportId: 'T01', state: 'succeeded' },
    ...{ nominated: true, localCandidateId: 'Irelay', remoteCandidateId: 'Isrflx', currentRoundTripTime: 0.05 },
    ...{ totalRoundTripTime: 1.2, responsesReceived: 20, availableOutgoingBitrate: 2_400_000 },
    ...{ bytesSent: 990_000, bytesReceived: 1_990_000 },
  },
  { id: 'Ihost', type: 'local-candidate', timestamp: AT, candidateType: 'host', protocol: 'udp' },
  {
    ...{ id: 'Irelay', type: 'local-candidate', timestamp: AT, candidateType: 'relay', protocol: 'udp' },
    ...{ relayProtocol: 'tls', url: 'turns:turn.example:443?transport=tcp' },
  },
  { id: 'Isrflx', type: 'remote-candidate', timestamp: AT, candidateType: 'srflx', protocol: 'udp' },
  {
    ...{ id: 'IT01A11', type: 'inbound-rtp', timestamp: AT, kind: 'audio', mid: '0', ssrc: 11, jitter: 0.004 },
    ...{ packetsReceived: 1_000, packetsLost: 10, bytesReceived: 80_000, packetsDiscarded: 0 },
  },
  {
    ...{ id: 'IT01V12', type: 'inbound-rtp', timestamp: AT, kind: 'video', mid: '1', ssrc: 12, jitter: 0.03 },
    ...{ packetsReceived: 5_000, packetsLost: 40, bytesReceived: 1_800_000, framesDecoded: 600 },
    ...{ frameWidth: 640, frameHeight: 360, framesPerSecond: 25 },
  },
  {
    ...{ id: 'OT01A21', type: 'outbound-rtp', timestamp: AT, kind: 'audio', mid: '0', ssrc: 21, active: true },
    ...{ packetsSent: 1_000, bytesSent: 70_000, remoteId: 'RIA21' },
  },
  {
    ...{ id: 'OT01V22', type: 'outbound-rtp', timestamp: AT, kind: 'video', mid: '1', ssrc: 22, active: true },
    ...{ packetsSent: 4_000, bytesSent: 900_000, remoteId: 'RIV22', framesEncoded: 700, framesPerSecond: 30 },
    ...{ frameWidth: 1280, frameHeight: 720, qualityLimitationReason: 'none' },
  },
  // Nobody shares a screen: the m-line is there, nothing was ever sent.
  {
    ...{ id: 'OT01V23', type: 'outbound-rtp', timestamp: AT, kind: 'video', mid: '2', ssrc: 23, active: true },
    ...{ packetsSent: 0, bytesSent: 0, framesEncoded: 0, qualityLimitationReason: 'none' },
  },
  {
    ...{ id: 'RIA21', type: 'remote-inbound-rtp', timestamp: AT - 900, kind: 'audio', ssrc: 21, localId: 'OT01A21' },
    ...{ jitter: 0.006, packetsLost: 4, fractionLost: 0, roundTripTime: 0.06, roundTripTimeMeasurements: 8 },
  },
  {
    ...{ id: 'RIV22', type: 'remote-inbound-rtp', timestamp: AT - 100, kind: 'video', ssrc: 22, localId: 'OT01V22' },
    ...{ jitter: 0.02, packetsLost: 30, fractionLost: 0.01, roundTripTime: 0.055, roundTripTimeMeasurements: 40 },
  },
];

export const chromiumSecond: readonly StatsObject[] = changed(chromiumFirst, {
  P: { timestamp: AT + 2_000 },
  T01: { timestamp: AT + 2_000, bytesSent: 1_300_000, bytesReceived: 2_250_000 },
  CPrelay: { timestamp: AT + 2_000, currentRoundTripTime: 0.06, bytesSent: 1_290_000, bytesReceived: 2_240_000 },
  IT01A11: { timestamp: AT + 2_000, packetsReceived: 1_099, packetsLost: 11, bytesReceived: 88_000, jitter: 0.005 },
  IT01V12: {
    timestamp: AT + 2_000,
    packetsReceived: 5_290,
    framesDecoded: 650,
    packetsLost: 50,
    bytesReceived: 2_000_000,
  },
  OT01A21: { timestamp: AT + 2_000, packetsSent: 1_100, bytesSent: 77_500 },
  OT01V22: { timestamp: AT + 2_000, packetsSent: 4_300, bytesSent: 1_150_000, qualityLimitationReason: 'bandwidth' },
  OT01V23: { timestamp: AT + 2_000 },
  RIV22: { timestamp: AT + 1_800, packetsLost: 42, fractionLost: 0.04, roundTripTime: 0.058 },
});
