/** Speech at arm's length is well above it, the noise of a quiet room below (RMS of full scale, 1.0). */
const VOICE_LEVEL = 0.02;
const SILENT_AFTER_MS = 3_000;
const CLIPPED = 0.99;
/** One crackle of a plug is not too loud. */
const CLIPPED_TIMES = 3;
const CLIPPING_FOR_MS = 3_000;
const MOST_PEAKS = 1_000;
const FIRST_PEAK_MS = 100;
/** A page in the background measures once a second; what lies between two measurements further apart is not known. */
const LONGEST_MS = 1_500;

/**
 * What the microphone gives.
 *
 * - `heard`: a voice, or a pause of it
 * - `silent`: nothing was heard for a while, or ever
 * - `clipping`: so loud that it is cut off
 * - `unknown`: the browser does not let it be measured (now)
 */
export type VoiceState = 'heard' | 'silent' | 'clipping' | 'unknown';

/** A measurement. `level`: root mean square, `peak`: largest magnitude, both 0 to 1. */
export interface Sound {
  readonly level: number;
  readonly peak: number;
}

/** Makes of measurements what is worth knowing of a recording: how much was spoken, its outline, and whether all is well. */
export class VoiceLog {
  /** Of equal lengths each; two become one when there are too many of them. */
  #peaks: number[] = [];
  #peakMs = FIRST_PEAK_MS;
  #measuredMs = 0;
  #voicedMs = 0;
  #silentMs = 0;
  #clipped: number[] = [];
  #everHeard = false;

  /** `lastedMs`: the recorded time since the measurement before. */
  add({ level, peak }: Sound, lastedMs: number): void {
    const knownMs = Math.min(LONGEST_MS, lastedMs);
    this.#measuredMs += lastedMs;
    this.#addPeak(peak, lastedMs > LONGEST_MS ? 0 : peak);
    if (level >= VOICE_LEVEL) {
      this.#everHeard = true;
      this.#voicedMs += knownMs;
      this.#silentMs = 0;
    } else {
      this.#silentMs += knownMs;
    }
    if (peak >= CLIPPED) this.#clipped.push(this.#measuredMs);
    this.#clipped = this.#clipped.filter((at) => at > this.#measuredMs - CLIPPING_FOR_MS);
  }

  get voicedMs(): number {
    return Math.round(this.#voicedMs);
  }

  /** Whether a voice was heard at all so far. */
  get everHeard(): boolean {
    return this.#everHeard;
  }

  get state(): VoiceState {
    if (this.#measuredMs === 0) return 'unknown';
    if (this.#clipped.length >= CLIPPED_TIMES) return 'clipping';
    return this.#silentMs >= SILENT_AFTER_MS ? 'silent' : 'heard';
  }

  /** The whole in at most a thousand numbers, 0 to 1. */
  peaks(): number[] {
    return this.#peaks.map((peak) => Math.round(Math.min(1, peak) * 1_000) / 1_000);
  }

  /** After a pause silence begins anew. */
  goOn(): void {
    this.#silentMs = 0;
  }

  #addPeak(peak: number, before: number): void {
    while (this.#peaks.length * this.#peakMs < this.#measuredMs) {
      if (this.#peaks.length === MOST_PEAKS) this.#halve();
      else this.#peaks.push(before);
    }
    const last = this.#peaks.length - 1;
    if (last >= 0) this.#peaks[last] = Math.max(this.#peaks[last] ?? 0, peak);
  }

  #halve(): void {
    this.#peaks = Array.from({ length: MOST_PEAKS / 2 }, (_, index) =>
      Math.max(this.#peaks[index * 2] ?? 0, this.#peaks[index * 2 + 1] ?? 0),
    );
    this.#peakMs *= 2;
  }
}
