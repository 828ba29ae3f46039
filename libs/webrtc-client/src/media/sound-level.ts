/** What silence is shown as: quieter than any microphone's own noise. */
export const SILENCE_DBFS = -100;

/**
 * How loud samples between -1 and 1 are: their root mean square, 0 to 1. A sine at full scale has 0.707, a voice at a
 * microphone 0.01 to 0.3.
 */
export function levelOf(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / samples.length));
}

/** The same level in decibels relative to full scale: 0 at 1, -20 at 0.1, -40 at 0.01; at least `SILENCE_DBFS`. */
export function decibelsOf(level: number): number {
  return level > 0 ? Math.max(SILENCE_DBFS, 20 * Math.log10(level)) : SILENCE_DBFS;
}

/** The largest sample's magnitude, 0 to 1: what is at 1 was cut off by the microphone or on the way. */
export function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return Math.min(1, peak);
}
