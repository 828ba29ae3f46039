import type { PathProtocol } from '../stats/call-sample';

/** W3C WebRTC §4.8.1, not in every browser and not in TypeScript's library. */
type CandidateWithRelay = RTCIceCandidate & { readonly relayProtocol?: PathProtocol | null };

export interface ProbePeerOptions {
  readonly connection: RTCPeerConnection;
  /** The kind of address that is looked for (RFC 8445 §5.1.1). */
  readonly wanted: 'relay' | 'srflx';
  readonly onCandidate: (candidate: RTCIceCandidate) => void;
  /** Candidates, their end, or the connection's state changed. */
  readonly onChange: () => void;
}

/** One connection of a probe: watches what it finds. */
export class ProbePeer {
  readonly connection: RTCPeerConnection;
  /** What servers answered instead of an address, each code once (W3C WebRTC §4.8.2): 401 unauthorized, 701 no answer. */
  readonly errorCodes = new Set<number>();
  /** Whether an address of the wanted kind was found. */
  found = false;
  /** Whether no more addresses will come. */
  gathered = false;
  /** How the first relay found is reached, where the browser tells before the statistics do. */
  relayProtocol: PathProtocol | undefined;
  readonly #options: ProbePeerOptions;

  constructor(options: ProbePeerOptions) {
    this.#options = options;
    this.connection = options.connection;
    this.connection.addEventListener('icecandidate', this.#onCandidate);
    this.connection.addEventListener('icecandidateerror', this.#onError);
    this.connection.addEventListener('connectionstatechange', options.onChange);
  }

  close(): void {
    this.connection.removeEventListener('icecandidate', this.#onCandidate);
    this.connection.removeEventListener('icecandidateerror', this.#onError);
    this.connection.removeEventListener('connectionstatechange', this.#options.onChange);
    this.connection.close();
  }

  readonly #onCandidate = ({ candidate }: RTCPeerConnectionIceEvent): void => {
    if (!candidate) this.gathered = true;
    // An empty one says that a generation has no more (W3C WebRTC §4.8.1.2).
    else if (candidate.candidate !== '') this.#take(candidate);
    this.#options.onChange();
  };

  #take(candidate: RTCIceCandidate): void {
    // Not every browser has `type`; the text is the same in all (RFC 8839 §5.1).
    this.found ||= candidate.candidate.includes(` typ ${this.#options.wanted}`);
    this.relayProtocol ??= (candidate as CandidateWithRelay).relayProtocol ?? undefined;
    this.#options.onCandidate(candidate);
  }

  readonly #onError = ({ errorCode }: RTCPeerConnectionIceErrorEvent): void => {
    this.errorCodes.add(errorCode);
  };
}
