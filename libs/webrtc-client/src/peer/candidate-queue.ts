/** The most candidates held back; the oldest go first. A browser makes some dozens. */
const MAX_HELD = 256;

/**
 * Remote candidates that came before the description they belong to: the first ones of a trickle (RFC 8838), or those
 * of an ICE restart that overtook its offer. Those of an offer that was ignored never match, and fall out.
 */
export class CandidateQueue {
  #held: (RTCIceCandidateInit | null)[] = [];

  /** Whether the candidate can be given to a connection with this remote description now; if not it is kept. */
  admit(candidate: RTCIceCandidateInit | null, remote: RTCSessionDescription | null): boolean {
    if (belongsTo(candidate, remote)) return true;
    this.#held.push(candidate);
    if (this.#held.length > MAX_HELD) this.#held.shift();
    return false;
  }

  /** Takes out those that belong to this remote description, in the order they came. */
  release(remote: RTCSessionDescription | null): (RTCIceCandidateInit | null)[] {
    const released = this.#held.filter((candidate) => belongsTo(candidate, remote));
    this.#held = this.#held.filter((candidate) => !belongsTo(candidate, remote));
    return released;
  }

  clear(): void {
    this.#held = [];
  }
}

function belongsTo(candidate: RTCIceCandidateInit | null, remote: RTCSessionDescription | null): boolean {
  if (!remote) return false;
  const fragment = fragmentOf(candidate);
  if (fragment === undefined) return true;
  return remote.sdp.split(/\r?\n/).includes(`a=ice-ufrag:${fragment}`);
}

/** The user name fragment tells ICE generations apart (RFC 8839 §5.4, RFC 8445 §2.5). */
function fragmentOf(candidate: RTCIceCandidateInit | null): string | undefined {
  return candidate?.usernameFragment ?? / ufrag (\S+)/.exec(candidate?.candidate ?? '')?.[1];
}
