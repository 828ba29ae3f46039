/**
 * What went wrong in a session; none of them ends it by itself.
 *
 * - `configuration-invalid`: the browser refused the ICE servers or the policy (thrown by the constructor and `begin`;
 *   told as an event by `setConfiguration` and by a connection that was to replace another)
 * - `negotiation-failed`: a description could not be made or applied (W3C WebRTC §4.4.1)
 * - `candidate-rejected`: a remote ICE candidate was refused; others usually do
 * - `signal-invalid`: the signaling channel delivered something that is no `SignalMessage`
 * - `signaling-failed`: the signaling channel could not send; offers are repeated
 * - `track-replace-failed`: the microphone's or camera's track could not be put into the connection
 * - `video-limits-failed`: the browser refused to bound the picture (W3C WebRTC §5.2, `setParameters`)
 * - `control-message-invalid`: the remote sent nonsense over the control channel; dropped
 * - `message-invalid`: the remote sent a binary or oversized application message; dropped
 * - `channel-failed`: a data channel broke (RFC 8831); `cause` is the browser's error
 */
export type PeerSessionErrorReason =
  | 'configuration-invalid'
  | 'negotiation-failed'
  | 'candidate-rejected'
  | 'signal-invalid'
  | 'signaling-failed'
  | 'track-replace-failed'
  | 'video-limits-failed'
  | 'control-message-invalid'
  | 'message-invalid'
  | 'channel-failed';

/**
 * An error with a `reason` to switch on. The message never holds an SDP, a candidate or what the remote sent, so it may
 * be logged; `cause` is whatever the browser threw, and may not.
 */
export class PeerSessionError extends Error {
  override readonly name = 'PeerSessionError';

  constructor(
    readonly reason: PeerSessionErrorReason,
    options?: ErrorOptions,
  ) {
    super(`peer session: ${reason}`, options);
  }
}
