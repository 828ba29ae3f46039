/** What a peer session may send of its camera (W3C WebRTC §5.2.10, `RTCRtpEncodingParameters`). */
export interface VideoLimits {
  /** False: no picture at all, the call goes on with sound. */
  readonly active: boolean;
  /** In bit/s. */
  readonly maxBitrate: number;
  /** 1 sends the camera's own resolution, 2 half of it in each direction. */
  readonly scaleResolutionDownBy: number;
  /** In frames/s. */
  readonly maxFramerate: number;
}
