import { z } from 'zod';

/** What a job is about: ids, and never words of anybody. Who does it looks the rest up. */
export const JobData = z.record(z.string(), z.uuid());
export type JobData = z.infer<typeof JobData>;

/** One kind of work. The same on every node: declare it once, beside who does it. */
export interface JobQueue {
  /** Letters, digits and hyphens. */
  readonly name: string;
  /** How often it is tried again. */
  readonly retryLimit: number;
  /** Before the first of those; then twice as long each time, with some chance in it. */
  readonly retryDelaySeconds: number;
  /** One that takes longer is given up, and one whose node died is taken by another after it. */
  readonly expireInSeconds: number;
}

/** One try. */
export interface JobRun {
  readonly data: JobData;
  /** Ends when the job is cancelled, took too long, or this node ends. */
  readonly signal: AbortSignal;
  /** When it fails now, it is not tried again. */
  readonly isLastTry: boolean;
}

/**
 * Does it. What it throws is a failed try: with `retryable: false` the last one, with `retryAfterMs` the next one not before.
 * A job may be done twice (a node that died had written already, or was taken for dead): the effect is once only when the
 * writer is idempotent, such as an UPDATE of a row that still waits for it.
 */
export type JobHandler = (run: JobRun) => Promise<void>;

export interface DueJob {
  readonly key: string;
  readonly data: JobData;
}

export interface WorkOptions {
  /** How many at once on this node. */
  readonly concurrency: number;
  /**
   * What the tables say is still to be done, asked at the start and now and then: what a move, a restore or a node that died
   * in between left without a job.
   */
  readonly due?: () => Promise<readonly DueJob[]>;
}
