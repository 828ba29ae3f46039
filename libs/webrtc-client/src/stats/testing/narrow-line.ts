import type { VideoLimits } from '../../peer/video-limits';
import type { CallSample } from '../call-sample';
import { callSampleOf, cameraPicture } from './call-sample-of';

const SOUND = 32_000;
const SECONDS = 2;

/** A line of some capacity with a browser at it that sends up to the limits it was given. */
export class NarrowLine {
  limits: VideoLimits | undefined;
  /** Whether more was wanted than fits, of the last sample. */
  overloaded = false;
  #atMs = 1_000_000;
  #queueBits = 0;

  constructor(
    /** In bit/s; may change. */
    public capacity: number,
    /** Chromium estimates the line and sends no more; the other kind finds out by loss and delay alone. */
    private readonly estimates: boolean,
    /** 0 to 1: how busy the picture is, wanders with it. */
    private readonly random: () => number,
  ) {}

  setVideoLimits(limits: VideoLimits): void {
    this.limits = limits;
  }

  /** What the next two seconds are like. */
  sample(): CallSample {
    this.#atMs += SECONDS * 1_000;
    const { active = true, maxBitrate = 1_500_000 } = this.limits ?? {};
    const busy = 0.4 + 0.6 * this.random();
    const wanted = (active ? maxBitrate * busy : 0) + SOUND;
    this.overloaded = wanted > this.capacity;
    const sent = this.estimates ? Math.min(wanted, this.capacity * 0.95) : wanted;
    const room = this.capacity * 0.5;
    const backlog = Math.max(0, this.#queueBits + (sent - this.capacity) * SECONDS);
    this.#queueBits = Math.min(backlog, room);
    const out = { audio: SOUND, video: sent - SOUND, total: sent };
    return callSampleOf({
      atMs: this.#atMs,
      roundTripMs: 40 + 20 * this.random() + (this.#queueBits / this.capacity) * 1_000,
      loss: { in: 0, out: (backlog - this.#queueBits) / (sent * SECONDS) + 0.01 * this.random() },
      bitrate: { in: out, out },
      pictures: { in: [], out: active ? [cameraPicture] : [] },
      availableOutgoingBitrate: this.estimates ? Math.min(this.capacity, sent * 1.5) : undefined,
    });
  }
}
