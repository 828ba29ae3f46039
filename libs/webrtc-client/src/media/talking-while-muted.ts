import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import { AudioLevel, type AudioLevelState } from './audio-level';
import type { LocalMedia } from './local-media';
import { decibelsOf } from './sound-level';
import { SILENT, speechGate } from './speech-gate';

/** The one event of `TalkingWhileMuted`, with its payload. */
export interface TalkingWhileMutedEvents {
  talking: boolean;
}

export interface TalkingWhileMutedOptions {
  /** Followed as it changes, never closed. */
  readonly media: Pick<LocalMedia, 'stream' | 'state' | 'on'>;
  readonly platform?: Platform | undefined;
}

/**
 * Notices that the person talks while muted, to say so. It listens to a clone of the muted microphone, on this computer
 * only: nothing is kept or sent, and the microphone that the call sends stays silent. It listens only while muted.
 */
export class TalkingWhileMuted {
  readonly #options: TalkingWhileMutedOptions;
  readonly #platform: Platform;
  readonly #events = new TypedEmitter<TalkingWhileMutedEvents>();
  readonly #stopFollowing: () => void;
  #muted: MediaStreamTrack | undefined;
  #clone: MediaStreamTrack | undefined;
  #meter: AudioLevel | undefined;
  #talking = false;

  constructor(options: TalkingWhileMutedOptions) {
    this.#options = options;
    this.#platform = options.platform ?? browserPlatform();
    this.#stopFollowing = options.media.on('change', () => this.#follow());
    this.#follow();
  }

  get talking(): boolean {
    return this.#talking;
  }

  /** Whether it listens now; `off` unless there is a muted microphone. See `AudioLevelState` for the others. */
  get state(): 'off' | AudioLevelState {
    return this.#meter?.state ?? 'off';
  }

  /** Calls `listener` when talking begins and ends; also when it ends by unmuting. Returns the function that stops it. */
  on<K extends keyof TalkingWhileMutedEvents>(
    event: K,
    listener: (payload: TalkingWhileMutedEvents[K]) => void,
  ): () => void {
    return this.#events.on(event, listener);
  }

  /** Releases clone and audio context, and forgets every listener. For good; idempotent. */
  close(): void {
    this.#stopFollowing();
    this.#events.clear();
    this.#listenTo(undefined);
  }

  #follow(): void {
    const { media } = this.#options;
    const [track] = media.stream.getAudioTracks();
    const muted = media.state.microphone.status === 'off' ? track : undefined;
    if (muted !== this.#muted) this.#listenTo(muted);
  }

  #listenTo(muted: MediaStreamTrack | undefined): void {
    this.#meter?.close();
    this.#clone?.stop();
    this.#meter = undefined;
    this.#clone = undefined;
    this.#muted = muted;
    this.#become(false);
    if (!muted) return;
    this.#clone = muted.clone();
    this.#clone.enabled = true; // the clone's own: the muted track stays disabled
    this.#meter = new AudioLevel({ track: this.#clone, platform: this.#platform });
    if (this.#meter.state === 'unavailable') this.#clone.stop();
    else this.#judge(this.#meter);
  }

  #judge(meter: AudioLevel): void {
    const { clock } = this.#platform;
    let gate = SILENT;
    let before = clock.now();
    meter.on('level', (level) => {
      const now = clock.now();
      gate = speechGate(gate, decibelsOf(level), now - before);
      before = now;
      this.#become(gate.talking);
    });
  }

  #become(talking: boolean): void {
    if (talking === this.#talking) return;
    this.#talking = talking;
    this.#events.emit('talking', talking);
  }
}
