import type { VideoLimits } from '../peer/video-limits';

/** How much of the camera's picture is sent, from all of it (720p at 30 frames/s, see `constraintsFor`) to none. */
export type VideoStep = 'full' | 'half' | 'quarter' | 'audio-only';

interface VideoStepSpec extends VideoLimits {
  readonly step: VideoStep;
  /** With less than this, in bit/s, the step below looks better. */
  readonly minBitrate: number;
}

const QUARTER = { maxBitrate: 150_000, scaleResolutionDownBy: 4, maxFramerate: 15 };

/** From the best one down. The bitrates are what VP8 and H.264, which every browser has (RFC 7742 §5), need at that size. */
const STEPS: readonly VideoStepSpec[] = [
  {
    ...{ step: 'full', active: true, minBitrate: 700_000 },
    ...{ maxBitrate: 1_500_000, scaleResolutionDownBy: 1, maxFramerate: 30 },
  },
  {
    ...{ step: 'half', active: true, minBitrate: 250_000 },
    ...{ maxBitrate: 500_000, scaleResolutionDownBy: 2, maxFramerate: 30 },
  },
  { step: 'quarter', active: true, minBitrate: 60_000, ...QUARTER },
  { step: 'audio-only', active: false, minBitrate: 0, ...QUARTER },
];

/** Every step, from the best one down. */
export const VIDEO_STEPS: readonly VideoStep[] = STEPS.map(({ step }) => step);

/** The best step for a bitrate, in bit/s. */
export function bestStepFor(bitrate: number): VideoStep {
  return STEPS.find(({ minBitrate }) => minBitrate <= bitrate)?.step ?? 'audio-only';
}

/** What a step may send, and no more than `bitrate`, in bit/s. */
export function limitsOf(step: VideoStep, bitrate: number): VideoLimits {
  const { active, maxBitrate, scaleResolutionDownBy, maxFramerate } = specOf(step);
  const bounded = active ? Math.min(maxBitrate, Math.round(bitrate)) : maxBitrate;
  return { active, maxBitrate: bounded, scaleResolutionDownBy, maxFramerate };
}

/** The least that makes a step worth it, in bit/s. */
export const minBitrateOf = (step: VideoStep): number => specOf(step).minBitrate;

/** The worse of two. */
export const worseOf = (one: VideoStep, other: VideoStep): VideoStep =>
  VIDEO_STEPS.indexOf(one) > VIDEO_STEPS.indexOf(other) ? one : other;

/** One down, or one up, as far as there is one. */
export function besides(step: VideoStep, way: 'down' | 'up'): VideoStep {
  return VIDEO_STEPS[VIDEO_STEPS.indexOf(step) + (way === 'down' ? 1 : -1)] ?? step;
}

function specOf(step: VideoStep): VideoStepSpec {
  const spec = STEPS.find((one) => one.step === step);
  if (!spec) throw new RangeError(`no such step: ${step}`);
  return spec;
}
