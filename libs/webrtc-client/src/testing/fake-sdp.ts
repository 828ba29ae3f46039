/** One m-line. */
export interface FakeSection {
  readonly kind: string;
  readonly mid: string;
  readonly direction: RTCRtpTransceiverDirection;
}

/** What a fake description says: as much of RFC 8866 and RFC 8829 as negotiation is about. */
export interface FakeSdp {
  readonly sessionId: string;
  readonly version: number;
  readonly ufrag: string;
  readonly sections: readonly FakeSection[];
  /** Whose certificate it is (RFC 8122); one of the session's own unless told. Not read back. */
  readonly fingerprint?: string;
}

/** Writes it in SDP's own syntax, so that what reads `o=` and `a=ice-ufrag` lines works on fakes too. */
export function encodeSdp({ sessionId, version, ufrag, sections, fingerprint = sessionId }: FakeSdp): string {
  const bytes = [...fingerprint].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join(':');
  const media = sections.flatMap(({ kind, mid, direction }) => [
    `m=${kind} 9 FAKE 0`,
    `a=ice-ufrag:${ufrag}`,
    `a=mid:${mid}`,
    `a=${direction}`,
  ]);
  const head = [
    'v=0',
    `o=- ${sessionId} ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=fingerprint:sha-256 ${bytes}`,
  ];
  return [...head, ...media, ''].join('\r\n');
}

/** Reads it back; throws on anything else. */
export function decodeSdp(sdp: string): FakeSdp {
  const [head = '', ...blocks] = sdp.split('\r\nm=');
  const origin = /^o=- (\S+) (\d+) /m.exec(head);
  if (!origin?.[1] || !origin[2]) throw new SyntaxError('no o= line');
  const line = (block: string, pattern: RegExp): string => {
    const value = pattern.exec(block)?.[1];
    if (value === undefined) throw new SyntaxError(`no ${pattern.source} in ${block}`);
    return value;
  };
  return {
    sessionId: origin[1],
    version: Number(origin[2]),
    ufrag: blocks[0] === undefined ? '' : line(blocks[0], /a=ice-ufrag:(\S+)/),
    sections: blocks.map((block) => ({
      kind: line(block, /^(\w+) /),
      mid: line(block, /a=mid:(\S+)/),
      direction: line(block, /a=(sendrecv|sendonly|recvonly|inactive)/) as RTCRtpTransceiverDirection,
    })),
  };
}

const sends = (direction: RTCRtpTransceiverDirection): boolean => direction === 'sendrecv' || direction === 'sendonly';
const receives = (direction: RTCRtpTransceiverDirection): boolean =>
  direction === 'sendrecv' || direction === 'recvonly';

const directionOf = (send: boolean, receive: boolean): RTCRtpTransceiverDirection =>
  send ? (receive ? 'sendrecv' : 'sendonly') : receive ? 'recvonly' : 'inactive';

/** The other side's direction, seen from this one. */
export function reversed(direction: RTCRtpTransceiverDirection): RTCRtpTransceiverDirection {
  return directionOf(receives(direction), sends(direction));
}

/** What both allow (RFC 8829 §5.3.1). */
export function intersection(
  one: RTCRtpTransceiverDirection,
  other: RTCRtpTransceiverDirection,
): RTCRtpTransceiverDirection {
  return directionOf(sends(one) && sends(other), receives(one) && receives(other));
}

/** Whether it lets the other side send. */
export const isReceiving = receives;
