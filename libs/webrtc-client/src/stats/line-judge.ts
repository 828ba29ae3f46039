import type { CallSample } from './call-sample';
import { hasHeadroom } from './headroom';

/** What shows that the line carries less than is sent. */
export type LineProblem = 'loss' | 'delay' | 'bandwidth';

/** `fine` has room for more, `tight` has just enough. */
export type LineVerdict = 'fine' | 'tight' | LineProblem;

/** As congestion control has it: below 2 % more may be sent, above 10 % less must be (draft-ietf-rmcat-gcc-02 §6). */
const LOSS = { fine: 0.02, bad: 0.1 };

/** How much longer than the shortest round trip one may take before a queue is filling, in milliseconds: our measures. */
const QUEUE_MS = { fine: 75, bad: 200 };

/** The shortest round trip is sought among this many samples, a minute's worth: paths change. */
const REMEMBERED = 30;

/** Samples in which an estimate grows into a picture that has just begun or become larger, or into another path. */
const SETTLING = 3;

/** Tells from one sample after the other how the line takes what is sent. */
export class LineJudge {
  #roundTrips: number[] = [];
  #settling = SETTLING;
  #sendsPicture = false;
  #pairId: string | undefined;

  /** `neededBitrate`: the least, in bit/s, that what is sent now is worth. */
  judge(sample: CallSample, neededBitrate: number): LineVerdict {
    this.#settle(sample);
    const loss = sample.loss.out ?? 0;
    const queueMs = this.#queueMs(sample);
    const isPressed = this.#knowsTheLine && !hasHeadroom(sample);
    const isHeldBack = this.#knowsTheLine && sample.limitation === 'bandwidth';
    const { availableOutgoingBitrate: available = Infinity } = sample;
    if ((isPressed || isHeldBack) && available < neededBitrate) return 'bandwidth';
    if (loss >= LOSS.bad) return 'loss';
    if (queueMs >= QUEUE_MS.bad) return 'delay';
    return loss < LOSS.fine && queueMs < QUEUE_MS.fine && !isPressed ? 'fine' : 'tight';
  }

  /**
   * More or less is sent from now on. What the round trip is when less is sent is what it takes: a delay that stays is
   * no queue of ours.
   */
  changed({ less }: { readonly less: boolean }): void {
    this.#settling = SETTLING;
    if (less) this.#roundTrips = [];
  }

  #settle({ pictures, path }: CallSample): void {
    const sendsPicture = pictures.out.length > 0;
    const isElsewhere = path !== undefined && path.pairId !== this.#pairId;
    if (isElsewhere) this.#roundTrips = [];
    const begins = isElsewhere || (sendsPicture && !this.#sendsPicture);
    this.#settling = begins ? SETTLING : Math.max(0, this.#settling - 1);
    this.#sendsPicture = sendsPicture;
    this.#pairId = path?.pairId ?? this.#pairId;
  }

  /** Without a picture the browser has nothing to find it out with. */
  get #knowsTheLine(): boolean {
    return this.#settling === 0 && this.#sendsPicture;
  }

  #queueMs({ roundTripMs }: CallSample): number {
    if (roundTripMs === undefined) return 0;
    this.#roundTrips = [...this.#roundTrips.slice(1 - REMEMBERED), roundTripMs];
    return roundTripMs - Math.min(...this.#roundTrips);
  }
}
