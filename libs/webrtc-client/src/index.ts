export type { RemoteMedia } from './data/control-message';
export { AudioLevel } from './media/audio-level';
export type { AudioLevelEvents, AudioLevelOptions, AudioLevelState } from './media/audio-level';
export { DeviceList } from './media/device-list';
export type { DeviceListEvents, DeviceLists } from './media/device-list';
export { LocalMedia } from './media/local-media';
export type { LocalMediaEvents, LocalMediaOptions } from './media/local-media';
export type {
  DeviceChangeResult,
  DeviceInUse,
  DeviceState,
  LocalMediaState,
  WantedDevices,
} from './media/local-media-state';
export type { DeviceIds, DeviceName, Processing } from './media/constraints';
export type { ListedDevice } from './media/listed-devices';
export type { MediaProblem } from './media/media-problem';
export { ScreenShare } from './media/screen-share';
export type { ScreenShareEvents, ScreenShareState, ScreenSource } from './media/screen-share';
export type { ScreenProblem } from './media/screen-problem';
export { decibelsOf } from './media/sound-level';
export { TalkingWhileMuted } from './media/talking-while-muted';
export type { TalkingWhileMutedEvents, TalkingWhileMutedOptions } from './media/talking-while-muted';
export type { MediaSource } from './peer/media-transceivers';
export type { FileInfo, FileTransfer, FileTransferFailure, FileTransferState } from './data/file-transfer';
export { safeFileName } from './data/file-name';
export { blobSink } from './data/file-sink';
export type { CreateFileSink, FileSink } from './data/file-sink';
export { FileTransfers } from './data/file-transfers';
export type { FileTransfersEvents, FileTransfersOptions } from './data/file-transfers';
export { MAX_BUFFERED_BYTES, MAX_MESSAGE_BYTES } from './data/session-channel';
export type { PeerChannel, PeerChannelEvents, PeerChannelSpec } from './data/peer-channel';
export { PeerSession } from './peer/peer-session';
export type { IceConfiguration, PeerSessionEvents, PeerSessionOptions } from './peer/peer-session-options';
export { PeerSessionError } from './peer/peer-session-error';
export type { PeerSessionErrorReason } from './peer/peer-session-error';
export { MeshError } from './mesh/mesh-error';
export type { MeshErrorReason } from './mesh/mesh-error';
export { MeshSession } from './mesh/mesh-session';
export type { MeshMember, MeshPeer, MeshPeerInfo, MeshSessionEvents, MeshSessionOptions } from './mesh/mesh-session';
export type { PeerState } from './peer/peer-state';
export type { VideoLimits } from './peer/video-limits';
export { browserPlatform } from './platform';
export type { Clock, Platform } from './platform';
export type { HealedEvent, HealingCause, HealingEvent, HealingStep } from './reconnect/healing';
export type {
  ProbeFailed,
  ProbeNotConfigured,
  ProbeOptions,
  ReflexiveProbeFailure,
  ReflexiveProbeResult,
  RelayProbeFailure,
  RelayProbeOk,
  RelayProbeResult,
} from './probe/probe-result';
export { probeReflexive } from './probe/reflexive-probe';
export { probeRelay } from './probe/relay-probe';
export { backoffPolicy } from './reconnect/reconnect-policy';
export type { ReconnectPolicy } from './reconnect/reconnect-policy';
export type { SafetyCode } from './security/safety-code';
export { SAFETY_EMOJI } from './security/safety-emoji';
export { fingerprintsOf } from './security/fingerprints';
export { SafetyCodeExchange } from './security/safety-code-exchange';
export type {
  AgreedSdp,
  SafetyCodeExchangeOptions,
  SafetyMismatch,
  SafetyRole,
  SafetyState,
} from './security/safety-code-exchange';
export type { SignalingChannel, SignalMessage } from './signaling-channel';
export type { Bitrates, BothWays, CallPath, CallSample, Direction, PathProtocol, Picture } from './stats/call-sample';
export { qualityOf } from './stats/quality';
export type { CallQuality, QualityCause, QualityLevel } from './stats/quality';
export { StatsSampler } from './stats/stats-sampler';
export type { StatsSamplerEvents, StatsSamplerOptions, StatsSource } from './stats/stats-sampler';
export { StatsSamplerError } from './stats/stats-sampler-error';
export type { StatsSamplerErrorReason } from './stats/stats-sampler-error';
export { DATA_SAVER_BUDGET, VideoQualityController } from './stats/video-quality-controller';
export type {
  VideoQualityControllerOptions,
  VideoQualityEvents,
  VideoStepCause,
} from './stats/video-quality-controller';
export type { VideoStep } from './stats/video-steps';
export { TypedEmitter } from './typed-emitter';
