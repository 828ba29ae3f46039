/** Whether a server of one of these schemes is configured (RFC 7064 §3.1, RFC 7065 §3.1). */
export function hasServer(iceServers: readonly RTCIceServer[], schemes: readonly string[]): boolean {
  return iceServers
    .flatMap(({ urls }) => urls)
    .some((url) => schemes.some((scheme) => url.trim().toLowerCase().startsWith(`${scheme}:`)));
}
