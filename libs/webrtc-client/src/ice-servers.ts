/** The scheme of a server that relays (RFC 7065 §3.1). */
export const TURN = /^\s*turns?:/i;
/** The scheme of one that tells the address from outside: TURN servers do as well (RFC 7064 §3.1, RFC 8656 §3). */
export const STUN_OR_TURN = /^\s*(stun|turn)s?:/i;

/** Whether a server of that scheme is configured. */
export function hasServer(iceServers: readonly RTCIceServer[], scheme: RegExp): boolean {
  return iceServers.flatMap(({ urls }) => urls).some((url) => scheme.test(url));
}
