import type { Clock, DeviceLists, LocalMedia } from '@ieum/webrtc-client';
import type { DeviceChoiceStore } from '../../shared/lib/device-choices';
import type { CheckSteps } from './check-steps';

/** What the check needs of the library's devices. */
export type CheckMedia = Pick<
  LocalMedia,
  'open' | 'setCamera' | 'selectMicrophone' | 'selectCamera' | 'stream' | 'state' | 'on' | 'close'
>;

/** Why an echo or a tone did not come about: the browser cannot record at all, or something broke. */
export type SoundResult = 'done' | 'unsupported' | 'failed';

/** The browser and the server as the check needs them. */
export interface ReadyCheckPorts {
  readonly media: CheckMedia;
  readonly clock: Pick<Clock, 'setTimeout'>;
  /** Calls `onLevel` (RMS, 0 to 1) several times a second until the returned function is called. */
  readonly listen: (track: MediaStreamTrack, onLevel: (level: number) => void) => () => void;
  /** Calls `onMenus` with what can be chosen now and after every change, until the returned function is called. */
  readonly watchMenus: (onMenus: (menus: DeviceLists) => void) => () => void;
  /** Tries the way through the network. Once the signal is aborted nobody waits for the answer. */
  readonly tryConnection: (signal: AbortSignal) => Promise<CheckSteps['connection']>;
  /** Plays a short tone; resolves when it is over. */
  readonly playTone: (speakerId: string | undefined, signal: AbortSignal) => Promise<SoundResult>;
  /** Records three seconds, then plays them. */
  readonly playEcho: (options: EchoOptions) => Promise<SoundResult>;
  readonly choices: DeviceChoiceStore;
  readonly onError: (error: unknown) => void;
}

export interface EchoOptions {
  readonly track: MediaStreamTrack;
  readonly speakerId: string | undefined;
  readonly signal: AbortSignal;
  readonly onPlaying: () => void;
}
