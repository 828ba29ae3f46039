import type { Clock } from '@ieum/webrtc-client';

/** Speech at arm's length is well above it, the noise of a quiet room below (RMS of full scale, 1.0). */
const SPEECH_LEVEL = 0.02;
/** One crackle of a plug is no voice. */
const TIMES_HEARD = 3;
const SILENT_AFTER_MS = 8_000;

export interface MicrophoneWatchOptions {
  readonly clock: Pick<Clock, 'setTimeout'>;
  /** Calls `onLevel` (RMS, 0 to 1) several times a second until the returned function is called. */
  readonly listen: (onLevel: (level: number) => void) => () => void;
  readonly onLevel: (level: number) => void;
  /** Once, as soon as the level rose; also after it was called silent. */
  readonly onHeard: () => void;
  /** Once, when nothing was heard for a while; the listening goes on. */
  readonly onSilent: () => void;
}

/** Listens to one microphone until it was heard. */
export class MicrophoneWatch {
  readonly #stop: () => void;
  readonly #cancelTimer: () => void;
  #heard = 0;

  constructor({ clock, listen, onLevel, onHeard, onSilent }: MicrophoneWatchOptions) {
    this.#cancelTimer = clock.setTimeout(() => onSilent(), SILENT_AFTER_MS);
    this.#stop = listen((level) => {
      onLevel(level);
      if (level < SPEECH_LEVEL || (this.#heard += 1) !== TIMES_HEARD) return;
      this.#cancelTimer();
      onHeard();
    });
  }

  stop(): void {
    this.#cancelTimer();
    this.#stop();
  }
}
