/** How long an open consult outlives its owners' connections, and how often a connection renews it. Milliseconds. */
export abstract class LeasePolicy {
  abstract readonly graceMs: number;
  abstract readonly renewEveryMs: number;
}

/**
 * A lease of three minutes renewed every thirty seconds: a closed tab's request is gone within three minutes, and a
 * phone that sleeps for two is still listed.
 */
export class DefaultLeasePolicy extends LeasePolicy {
  readonly graceMs = 180_000;
  readonly renewEveryMs = 30_000;
}
