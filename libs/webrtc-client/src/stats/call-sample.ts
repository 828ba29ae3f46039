/** What something is from this browser's view: coming `in` from the other person, or going `out` to them. */
export type Direction = 'in' | 'out';

/** One figure for each direction; undefined where the browser does not tell, or nothing was carried meanwhile. */
export type BothWays<T> = { readonly [direction in Direction]: T };

/** In bit/s, over the interval. */
export interface Bitrates {
  /** Payload of the sound, without headers. */
  readonly audio: number | undefined;
  /** Payload of all pictures, camera and screen, without headers. */
  readonly video: number | undefined;
  /** Everything on the path, headers of RTP and data channels included; where the browser lacks that, audio and video. */
  readonly total: number | undefined;
}

/** One picture that moved during the interval. */
export interface Picture {
  /** Its m-line (RFC 9143 §4); undefined where the browser does not tell. */
  readonly mid: string | undefined;
  /** In pixels, as encoded. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number | undefined;
}

/** How packets travel to a relay (RFC 8656 §2.1), or straight to the other side. */
export type PathProtocol = 'udp' | 'tcp' | 'tls';

/** The path that ICE chose (RFC 8445 §8.1). */
export interface CallPath {
  /** The candidate pair's id in the report: another one, another path. */
  readonly pairId: string;
  readonly local: RTCIceCandidateType | undefined;
  readonly remote: RTCIceCandidateType | undefined;
  /** On this side's first leg: for a relay of ours, the way to the relay. */
  readonly protocol: PathProtocol | undefined;
  /** Whether a TURN server of either side is in between. */
  readonly relayed: boolean;
}

/** What a call was like over some seconds, read from two reports of `getStats` (W3C webrtc-stats §8). */
export interface CallSample {
  /** When it was read, in milliseconds; only differences mean something. */
  readonly atMs: number;
  readonly roundTripMs: number | undefined;
  /** The share of packets that did not arrive, 0 to 1. */
  readonly loss: BothWays<number | undefined>;
  /** Variation of the packets' delay in milliseconds (RFC 3550 §6.4.1), of the sound when there is any. */
  readonly jitterMs: BothWays<number | undefined>;
  readonly bitrate: BothWays<Bitrates>;
  /** Pictures on the way, in the order of their m-lines: the camera before the screen. */
  readonly pictures: BothWays<readonly Picture[]>;
  readonly path: CallPath | undefined;
  /** What the browser thinks could be sent at most, in bit/s; it only knows well while much is sent. */
  readonly availableOutgoingBitrate: number | undefined;
  /** What keeps the pictures that are sent from being better (W3C webrtc-stats §8.8); undefined when none is sent. */
  readonly limitation: RTCQualityLimitationReason | undefined;
}
