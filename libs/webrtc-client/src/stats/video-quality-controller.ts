import type { VideoLimits } from '../peer/video-limits';
import { TypedEmitter } from '../typed-emitter';
import type { CallSample } from './call-sample';
import { LineJudge, type LineProblem } from './line-judge';
import { besides, bestStepFor, limitsOf, minBitrateOf, worseOf, type VideoStep } from './video-steps';

/** Why another step is taken: what the line suffers from, that it `recovered`, or that the `budget` changed. */
export type VideoStepCause = LineProblem | 'recovered' | 'budget';

/** The events of a `VideoQualityController`, each with its payload. */
export interface VideoQualityEvents {
  step: { readonly step: VideoStep; readonly previous: VideoStep; readonly cause: VideoStepCause };
}

export interface VideoQualityControllerOptions {
  /** The session whose camera is governed. */
  readonly target: { setVideoLimits(limits: VideoLimits): void };
  /** What pictures may take in all, over all peers, in bit/s; 2,500,000 by default. */
  readonly videoBudget?: number | undefined;
  /** The person pays for what they send: `DATA_SAVER_BUDGET` and no more. */
  readonly dataSaver?: boolean | undefined;
  /** Remote peers that share the budget; 1 by default. */
  readonly peerCount?: number | undefined;
}

/** What pictures may take in all for somebody who saves data, in bit/s: some 130 MB an hour. */
export const DATA_SAVER_BUDGET = 300_000;

/** What one picture may take that goes through a relay, in bit/s: somebody pays for that too. */
const RELAYED_BITRATE = 1_000_000;

/**
 * So many bad samples among the latest before a step down: one alone is a moment. Not in a row, since on a line that
 * hardly carries anything the other side does not report as often as samples are taken (RFC 3550 §6.2).
 */
const BAD_SAMPLES = 2;
const LATEST_SAMPLES = 3;

/** How long the line must be fine before a step up, at first and at most. */
const PATIENCE_MS = { first: 10_000, most: 160_000 };

/** A sample vouches for no more than this before it: the page may have slept. */
const MOST_ELAPSED_MS = 10_000;

/** A step up that does not hold this long was one too many: the next one waits twice as long. */
const TRIAL_MS = 120_000;

/** This long without a step down, all is forgiven. */
const FORGIVEN_AFTER_MS = 300_000;

/**
 * Sends less of the camera when the line cannot carry it, step by step down to sound alone, and more again when it can.
 * Down within some seconds; up only after a while that doubles with every attempt that failed, so that a line that is
 * just too narrow for a step is tried ever more rarely. Between one remote peer and this one; in a mesh each has its own.
 *
 * Feed it with `update`; it sets the target's limits at once and whenever they change, and has nothing to release.
 */
export class VideoQualityController {
  readonly #target: VideoQualityControllerOptions['target'];
  readonly #videoBudget: number;
  readonly #events = new TypedEmitter<VideoQualityEvents>();
  readonly #judge = new LineJudge();
  #dataSaver: boolean;
  #peerCount: number;
  #isRelayed = false;
  /** What the line takes; the budget may allow less. */
  #lineStep: VideoStep = 'full';
  #step: VideoStep;
  #limits: VideoLimits;
  #lastAtMs: number | undefined;
  /** The sample after a change is of both before and after it. */
  #skipNext = false;
  /** Of the latest samples since the line was fine or a step was taken, whether each was bad. */
  #latest: boolean[] = [];
  #fineMs = 0;
  #patienceMs = PATIENCE_MS.first;
  #steppedUpAtMs = -Infinity;
  #steppedDownAtMs = -Infinity;

  constructor({ target, videoBudget = 2_500_000, dataSaver = false, peerCount = 1 }: VideoQualityControllerOptions) {
    this.#target = target;
    this.#videoBudget = videoBudget;
    this.#dataSaver = dataSaver;
    this.#peerCount = peerCount;
    this.#step = bestStepFor(this.#share);
    this.#limits = limitsOf(this.#step, this.#share);
    target.setVideoLimits(this.#limits);
  }

  get step(): VideoStep {
    return this.#step;
  }

  get limits(): VideoLimits {
    return this.#limits;
  }

  /** Calls `listener` at every `event`. Returns the function that stops it. */
  on<K extends keyof VideoQualityEvents>(event: K, listener: (payload: VideoQualityEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  setDataSaver(on: boolean): void {
    this.#dataSaver = on;
    this.#apply('budget');
  }

  /** How many remote peers share the budget now; the sessions with the others have controllers of their own. */
  setPeerCount(count: number): void {
    this.#peerCount = count;
    this.#apply('budget');
  }

  /** Takes the newest sample of the target's statistics. */
  update(sample: CallSample): void {
    const elapsedMs = Math.min(MOST_ELAPSED_MS, Math.max(0, sample.atMs - (this.#lastAtMs ?? sample.atMs)));
    this.#lastAtMs = sample.atMs;
    this.#setRelayed(sample.path?.relayed ?? this.#isRelayed);
    if (this.#skipNext) {
      this.#skipNext = false;
      return;
    }
    const verdict = this.#judge.judge(sample, minBitrateOf(this.#step));
    if (verdict === 'fine') this.#fine(elapsedMs, sample.atMs);
    else if (verdict === 'tight') this.#note(false);
    else this.#bad(verdict, sample);
  }

  #bad(problem: LineProblem, { atMs, availableOutgoingBitrate = Infinity }: CallSample): void {
    this.#fineMs = 0;
    this.#note(true);
    if (this.#latest.filter(Boolean).length < BAD_SAMPLES || this.#step === 'audio-only') return;
    const below = besides(this.#step, 'down');
    this.#lineStep = problem === 'bandwidth' ? worseOf(below, bestStepFor(availableOutgoingBitrate)) : below;
    if (atMs - this.#steppedUpAtMs < TRIAL_MS) this.#patienceMs = Math.min(this.#patienceMs * 2, PATIENCE_MS.most);
    this.#steppedDownAtMs = atMs;
    this.#apply(problem);
  }

  #note(isBad: boolean): void {
    this.#latest = [...this.#latest.slice(1 - LATEST_SAMPLES), isBad];
  }

  #fine(elapsedMs: number, atMs: number): void {
    this.#latest = [];
    this.#fineMs += elapsedMs;
    if (atMs - this.#steppedDownAtMs >= FORGIVEN_AFTER_MS) this.#patienceMs = PATIENCE_MS.first;
    // What the budget forbids cannot be tried.
    if (this.#fineMs < this.#patienceMs || this.#step !== this.#lineStep || this.#lineStep === 'full') return;
    this.#lineStep = besides(this.#lineStep, 'up');
    this.#steppedUpAtMs = atMs;
    this.#apply('recovered');
    this.#fineMs = 0;
  }

  #setRelayed(relayed: boolean): void {
    if (relayed === this.#isRelayed) return;
    this.#isRelayed = relayed;
    this.#apply('budget');
  }

  /** What one picture may take, in bit/s. */
  get #share(): number {
    const budget = this.#dataSaver ? Math.min(DATA_SAVER_BUDGET, this.#videoBudget) : this.#videoBudget;
    const share = budget / Math.max(1, this.#peerCount);
    return this.#isRelayed ? Math.min(RELAYED_BITRATE, share) : share;
  }

  #apply(cause: VideoStepCause): void {
    const previous = this.#step;
    this.#step = worseOf(this.#lineStep, bestStepFor(this.#share));
    const limits = limitsOf(this.#step, this.#share);
    if (this.#step === previous && limits.maxBitrate === this.#limits.maxBitrate) return;
    const isLess = !limits.active || limits.maxBitrate < this.#limits.maxBitrate;
    this.#limits = limits;
    this.#skipNext = true;
    this.#latest = [];
    this.#fineMs = 0;
    this.#judge.changed({ less: isLess });
    this.#target.setVideoLimits(limits);
    if (this.#step !== previous) this.#events.emit('step', { step: this.#step, previous, cause });
  }
}
