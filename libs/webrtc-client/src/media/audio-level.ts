import { browserPlatform, type Platform } from '../platform';
import { TypedEmitter } from '../typed-emitter';
import { levelOf, peakOf } from './sound-level';

const INTERVAL_MS = 100;
/** 85 ms at 48 kHz: little is missed between two samples. */
const WINDOW = 4_096;
/** How often a browser that holds sound back is asked again: it lets go once the page was clicked. */
const RESUME_EVERY_MS = 1_000;

/**
 * - `measuring`: `level` is what is heard
 * - `waiting`: the browser holds sound back until the page was clicked, or the system took it for a while
 * - `unavailable`: there is no Web Audio here, or nothing to measure
 */
export type AudioLevelState = 'measuring' | 'waiting' | 'unavailable';

/** The events of `AudioLevel`, each with its payload. */
export interface AudioLevelEvents {
  /** Ten times a second while measuring. */
  level: number;
  state: AudioLevelState;
}

export interface AudioLevelOptions {
  /** Followed, never stopped. A disabled one is silent. */
  readonly track: MediaStreamTrack;
  readonly platform?: Platform | undefined;
}

interface Meter {
  readonly context: AudioContext;
  readonly source: MediaStreamAudioSourceNode;
  readonly analyser: AnalyserNode;
}

/** How loud an audio track is. Nothing is heard, kept or sent. Never throws: what cannot be measured is `unavailable`. */
export class AudioLevel {
  readonly #platform: Platform;
  readonly #events = new TypedEmitter<AudioLevelEvents>();
  readonly #meter: Meter | undefined;
  #samples = new Float32Array();
  #state: AudioLevelState = 'unavailable';
  #level = 0;
  #peak = 0;
  #resumedAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor({ track, platform = browserPlatform() }: AudioLevelOptions) {
    this.#platform = platform;
    this.#meter = meterOf(track, platform);
    if (!this.#meter) return;
    this.#samples = new Float32Array(WINDOW);
    this.#state = this.#look(this.#meter.context);
    this.#schedule(this.#meter);
  }

  get state(): AudioLevelState {
    return this.#state;
  }

  /** The level when last sampled: root mean square of the last 85 ms, 0 to 1. `decibelsOf` makes it dBFS. */
  get level(): number {
    return this.#level;
  }

  /** The largest magnitude when last sampled, 0 to 1: at 1 the sound was cut off. */
  get peak(): number {
    return this.#peak;
  }

  /** Calls `listener` at every `event` until `close()`. Returns the function that stops it. */
  on<K extends keyof AudioLevelEvents>(event: K, listener: (payload: AudioLevelEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  /** Releases the audio context, not the track. For good; idempotent. */
  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#events.clear();
    this.#state = 'unavailable';
    this.#level = 0;
    this.#peak = 0;
    if (this.#meter) release(this.#meter);
  }

  #schedule(meter: Meter): void {
    this.#cancel = this.#platform.clock.setTimeout(() => this.#sample(meter), INTERVAL_MS);
  }

  #sample(meter: Meter): void {
    this.#schedule(meter);
    const state = this.#look(meter.context);
    if (state !== this.#state) {
      this.#state = state;
      this.#events.emit('state', state);
    }
    if (this.#cancel === undefined || state !== 'measuring') return;
    meter.analyser.getFloatTimeDomainData(this.#samples);
    this.#level = levelOf(this.#samples);
    this.#peak = peakOf(this.#samples);
    this.#events.emit('level', this.#level);
  }

  #look(context: AudioContext): AudioLevelState {
    if (context.state === 'running') return 'measuring';
    if (context.state === 'closed') return 'unavailable';
    const now = this.#platform.clock.now();
    if (now - this.#resumedAt >= RESUME_EVERY_MS) {
      this.#resumedAt = now;
      // A refusal is what `waiting` says already.
      context.resume().catch(() => (this.#level = 0));
    }
    return 'waiting';
  }
}

function meterOf(track: MediaStreamTrack, platform: Platform): Meter | undefined {
  let context: AudioContext | undefined;
  try {
    context = platform.createAudioContext();
    const stream = platform.createMediaStream();
    stream.addTrack(track);
    const source = context.createMediaStreamSource(stream);
    const analyser = context.createAnalyser();
    analyser.fftSize = WINDOW;
    source.connect(analyser); // and nowhere else: nothing is played
    return { context, source, analyser };
  } catch {
    if (context) closeContext(context);
    return undefined; // the state says so: a call does not end for want of a meter
  }
}

function release({ context, source }: Meter): void {
  source.disconnect();
  closeContext(context);
}

function closeContext(context: AudioContext): void {
  if (context.state !== 'closed') void context.close();
}
