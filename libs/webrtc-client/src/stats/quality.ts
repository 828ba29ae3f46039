import type { CallSample, Direction } from './call-sample';
import { hasHeadroom } from './headroom';

/** How a call feels: nothing to notice, noticeable, hard to talk. */
export type QualityLevel = 'good' | 'fair' | 'poor';

/**
 * What spoils it.
 *
 * - `none`: nothing
 * - `bandwidth`: the line carries less than the picture wants
 * - `loss`: packets do not arrive
 * - `delay`: they take long
 * - `jitter`: some take longer than others
 * - `device`: this machine cannot encode fast enough
 */
export type QualityCause = 'none' | 'bandwidth' | 'loss' | 'delay' | 'jitter' | 'device';

export interface CallQuality {
  readonly level: QualityLevel;
  readonly cause: QualityCause;
  /** Which way the cause is felt: `in` what we get, `out` what they get; undefined when both or neither. */
  readonly direction: Direction | undefined;
}

/** From where on a figure makes a call fair or poor. */
interface Threshold {
  readonly fair: number;
  readonly poor: number;
}

/**
 * A packet's share of what ITU-T G.114 counts from mouth to ear: there 150 ms one way go unnoticed and more than 400 ms
 * should not be planned with; some 50 ms of them are spent in the two machines, so a round trip has twice 100 or 350 ms.
 */
const ROUND_TRIP_MS: Threshold = { fair: 200, poor: 700 };

/** ITU-T G.1010, Table I.1: talk stands less than 3 %. At 10 % congestion control gives way (draft-ietf-rmcat-gcc-02 §6). */
const LOSS: Threshold = { fair: 0.03, poor: 0.1 };

/** ITU-T Y.1541, Table 1: 50 ms of variation at most for talk (classes 0 and 1). Twice that is our own measure. */
const JITTER_MS: Threshold = { fair: 50, poor: 100 };

/** Our own measures: less than this is no picture to look at (bit/s), or no movement (frames/s). */
const HARDLY_A_PICTURE = { bitrate: 100_000, framesPerSecond: 10 };

/** 0: no matter, 1: limited, 2: limited to hardly anything. */
const LIMITATION: Threshold = { fair: 1, poor: 2 };

interface Measure extends Threshold {
  readonly cause: QualityCause;
  readonly direction: Direction | undefined;
  readonly of: (sample: CallSample) => number | undefined;
}

/** Of two that are equally bad, the earlier one is the cause of the later one more often than not. */
const MEASURES: readonly Measure[] = [
  { cause: 'bandwidth', direction: 'out', ...LIMITATION, of: bandwidthLimitation },
  { cause: 'loss', direction: 'in', ...LOSS, of: ({ loss }) => loss.in },
  { cause: 'loss', direction: 'out', ...LOSS, of: ({ loss }) => loss.out },
  { cause: 'delay', direction: undefined, ...ROUND_TRIP_MS, of: ({ roundTripMs }) => roundTripMs },
  { cause: 'jitter', direction: 'in', ...JITTER_MS, of: ({ jitterMs }) => jitterMs.in },
  { cause: 'jitter', direction: 'out', ...JITTER_MS, of: ({ jitterMs }) => jitterMs.out },
  { cause: 'device', direction: 'out', ...LIMITATION, of: deviceLimitation },
];

/** Samples looked at: of three the middle one counts, so that one bad moment is none and a change shows after two. */
const SMOOTHED = 3;

/** What is already bad stays so until its figure is a fifth better than where it began. */
const HYSTERESIS = 0.8;

const GOOD: CallQuality = { level: 'good', cause: 'none', direction: undefined };

/**
 * What a call is like by its last samples, the newest last. Give the answer before as `previous` and a figure that
 * wavers about a threshold does not make it flicker. Without samples, or where a browser does not tell, nothing is bad.
 */
export function qualityOf(samples: readonly CallSample[], previous: CallQuality = GOOD): CallQuality {
  const recent = samples.slice(-SMOOTHED);
  const felt = MEASURES.map((measure) => {
    const value = median(recent.flatMap((sample) => measure.of(sample) ?? []));
    const kept = measure.cause === previous.cause && measure.direction === previous.direction;
    const level = levelOf(value, measure, kept ? previous.level : 'good');
    return { level, excess: value / measure.fair, measure };
  });
  const worst = (['poor', 'fair'] as const).find((level) => felt.some((one) => one.level === level));
  if (!worst) return GOOD;
  const [first, ...others] = felt.filter(({ level }) => level === worst);
  if (!first) return GOOD;
  // Both ways at once: the worse one.
  const { measure } =
    others.find((one) => one.measure.cause === first.measure.cause && one.excess > first.excess) ?? first;
  return { level: worst, cause: measure.cause, direction: measure.direction };
}

function levelOf(value: number, { fair, poor }: Threshold, before: QualityLevel): QualityLevel {
  if (value >= poor * (before === 'poor' ? HYSTERESIS : 1)) return 'poor';
  return value >= fair * (before === 'good' ? 1 : HYSTERESIS) ? 'fair' : 'good';
}

/** Of an even number the lower one; 0 of none. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

/** Chromium also calls it `bandwidth` when its own rate control makes the picture smaller, with room to spare. */
function bandwidthLimitation(sample: CallSample): number {
  if (sample.limitation !== 'bandwidth' || hasHeadroom(sample)) return 0;
  return (sample.availableOutgoingBitrate ?? Infinity) < HARDLY_A_PICTURE.bitrate ? 2 : 1;
}

function deviceLimitation({ limitation, pictures }: CallSample): number {
  if (limitation !== 'cpu') return 0;
  const slowest = Math.min(...pictures.out.map(({ framesPerSecond = Infinity }) => framesPerSecond));
  return slowest < HARDLY_A_PICTURE.framesPerSecond ? 2 : 1;
}
