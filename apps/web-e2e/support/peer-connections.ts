/** What one side of a call has received so far. */
export interface Received {
  readonly frames: number;
  readonly audioEnergy: number;
  readonly audioPackets: number;
  readonly connections: number;
}

/** One end of the path that is in use, as `RTCIceCandidateStats` (W3C webrtc-stats) has it. */
export interface PathEnd {
  readonly candidateType: string;
  /** Towards the relay; `undefined` without one. */
  readonly relayProtocol: string | undefined;
}

type Report = Readonly<Record<string, string | number | undefined>>;

/** Runs in the page before its own scripts: keeps every peer connection that it makes. */
export function keepPeerConnections(): void {
  const made: RTCPeerConnection[] = [];
  Object.assign(window, { peerConnections: made });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  };
}

/** Runs in the page: as when the browser gives them up. */
export function closePeerConnections(): void {
  const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
  for (const connection of peerConnections) connection.close();
}

/** Runs in the page: what really arrived. */
export async function countReceived(): Promise<Received> {
  const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
  const total = { frames: 0, audioEnergy: 0, audioPackets: 0, connections: 0 };
  for (const connection of peerConnections.filter((each) => each.connectionState !== 'closed')) {
    total.connections += 1;
    for (const report of (await connection.getStats()).values() as IterableIterator<Report>) {
      if (report['type'] !== 'inbound-rtp') continue;
      if (report['kind'] === 'video') total.frames += Number(report['framesDecoded'] ?? 0);
      if (report['kind'] === 'audio') {
        total.audioEnergy += Number(report['totalAudioEnergy'] ?? 0);
        total.audioPackets += Number(report['packetsReceived'] ?? 0);
      }
    }
  }
  return total;
}

/** Runs in the page: both ends, the own one first, of the path that carries the call. */
export async function findPath(): Promise<PathEnd[]> {
  const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
  const connection = peerConnections.findLast((each) => each.connectionState === 'connected');
  const reports = (await connection?.getStats()) as ReadonlyMap<string, Report> | undefined;
  const pairs = [...(reports?.values() ?? [])].filter((report) => report['type'] === 'candidate-pair');
  const chosen = [...(reports?.values() ?? [])].find((report) => report['type'] === 'transport');
  // Firefox has no `selectedCandidatePairId`, but says `selected`.
  const pair = pairs.find((each) => each['id'] === chosen?.['selectedCandidatePairId'] || each['selected']);
  return [pair?.['localCandidateId'], pair?.['remoteCandidateId']]
    .map((id) => reports?.get(String(id)))
    .filter((report) => report !== undefined)
    .map((report) => ({
      candidateType: String(report['candidateType']),
      relayProtocol: report['relayProtocol'] as string | undefined,
    }));
}
