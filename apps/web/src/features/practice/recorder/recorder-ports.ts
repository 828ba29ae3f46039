import type { Clock, MediaProblem } from '@ieum/webrtc-client';
import type { DeviceChoiceStore } from '../../../shared/lib/device-choices';
import type { Sound } from './voice-log';

/** A microphone that is open. */
export interface OpenMicrophone {
  readonly track: MediaStreamTrack;
  /** Releases it: its light goes out. */
  close(): void;
}

export type MicrophoneResult = { readonly microphone: OpenMicrophone } | { readonly problem: MediaProblem };

/** What of a `MediaRecorder` (W3C MediaStream Recording) is used. */
export type SoundRecorder = Pick<
  MediaRecorder,
  'start' | 'pause' | 'resume' | 'stop' | 'state' | 'addEventListener' | 'removeEventListener'
>;

/** The browser as the recorder needs it. */
export interface RecorderPorts {
  readonly clock: Clock;
  /** Asks for the microphone, `preferredId` if it is there. Never rejects. */
  openMicrophone(preferredId: string | undefined): Promise<MicrophoneResult>;
  isTypeSupported(mimeType: string): boolean;
  /** Throws where the browser cannot after all. */
  createRecorder(track: MediaStreamTrack, mimeType: string): SoundRecorder;
  /** Calls `onSound` several times a second until the returned function is called; not while it cannot be measured. */
  listen(track: MediaStreamTrack, onSound: (sound: Sound) => void): () => void;
  readonly choices: Pick<DeviceChoiceStore, 'read' | 'write'>;
  readonly onError: (error: unknown) => void;
}

/** Who takes what is recorded, as it comes. */
export interface TakeSink {
  /** In the order in which it was recorded. */
  add(bytes: Uint8Array<ArrayBuffer>, so: TakeSummary): void;
  /** Nothing more comes. */
  finish(all: TakeSummary): void;
  /** The person does not want it. */
  discard(): void;
}

/** What is known of a recording beside its sound. */
export interface TakeSummary {
  readonly durationMs: number;
  readonly voicedMs: number;
  readonly peaks: readonly number[];
}
