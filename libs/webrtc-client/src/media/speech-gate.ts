/** Loud enough for a voice at a microphone, and more than a keyboard behind noise suppression. */
const LOUD_DBFS = -40;
/** Lower than `LOUD_DBFS`, so that a voice that drops a little does not flicker. */
const QUIET_DBFS = -50;
/** How long it has to be loud, in all: a cough or a click is shorter. */
const TALKING_AFTER_MS = 400;
/** How long it has to be quiet: a pause between sentences is shorter. */
const SILENT_AFTER_MS = 1_500;
/** A sample stands for at most this long: a page in the background is sampled once a second. */
const SAMPLE_MS = 200;

/** What a decision about the next sample depends on. */
export interface SpeechGate {
  readonly talking: boolean;
  /** How long it has been otherwise than `talking` says. */
  readonly otherwiseMs: number;
}

export const SILENT: SpeechGate = { talking: false, otherwiseMs: 0 };

/**
 * Whether somebody talks, given how loud it is and how long ago the last sample was. Hysteresis both ways: the gaps between
 * syllables do not start the count anew, they take from it.
 */
export function speechGate({ talking, otherwiseMs }: SpeechGate, decibels: number, elapsedMs: number): SpeechGate {
  const ms = Math.min(elapsedMs, SAMPLE_MS);
  if (talking) {
    if (decibels >= QUIET_DBFS) return { talking, otherwiseMs: 0 };
    return otherwiseMs + ms >= SILENT_AFTER_MS ? SILENT : { talking, otherwiseMs: otherwiseMs + ms };
  }
  if (decibels >= LOUD_DBFS) {
    const loudMs = otherwiseMs + ms;
    return loudMs >= TALKING_AFTER_MS ? { talking: true, otherwiseMs: 0 } : { talking, otherwiseMs: loudMs };
  }
  return decibels < QUIET_DBFS ? { talking, otherwiseMs: Math.max(0, otherwiseMs - ms) } : { talking, otherwiseMs };
}
