/** The author of a description and its number: RFC 8866 §5.2, RFC 8829 §5.2.1. */
export interface SdpOrigin {
  readonly sessionId: string;
  readonly version: bigint;
}

/** Reads the `o=` line; undefined when there is none that makes sense. */
export function sdpOriginOf(sdp: string): SdpOrigin | undefined {
  const match = /^o=\S+ (\S{1,64}) (\d{1,20}) /m.exec(sdp);
  if (!match?.[1] || !match[2]) return undefined;
  return { sessionId: match[1], version: BigInt(match[2]) };
}

/**
 * Whether `next` was made before `last` by the same connection: versions only grow (RFC 8829 §5.2.2), rollbacks
 * included.
 */
export function isOlder(next: SdpOrigin | undefined, last: SdpOrigin | undefined): boolean {
  return next !== undefined && last !== undefined && next.sessionId === last.sessionId && next.version < last.version;
}

/** Whether both are the same description: one that came twice, or was sent again. */
export function isSame(one: SdpOrigin | undefined, other: SdpOrigin | undefined): boolean {
  return one !== undefined && one.sessionId === other?.sessionId && one.version === other.version;
}
