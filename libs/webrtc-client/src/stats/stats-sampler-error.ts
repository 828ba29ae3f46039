/**
 * Why a reading of the statistics came to nothing; the next one is tried all the same.
 *
 * - `stats-rejected`: `getStats` failed; `cause` is what the browser threw
 * - `stats-unanswered`: `getStats` did not answer in time; what it answers later is not used
 */
export type StatsSamplerErrorReason = 'stats-rejected' | 'stats-unanswered';

/** An error with a `reason` to switch on. The message may be logged; `cause` is whatever the browser threw, and may not. */
export class StatsSamplerError extends Error {
  override readonly name = 'StatsSamplerError';

  constructor(
    readonly reason: StatsSamplerErrorReason,
    options?: ErrorOptions,
  ) {
    super(`stats sampler: ${reason}`, options);
  }
}
