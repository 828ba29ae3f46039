/** How visits to a room are recorded. Milliseconds. */
export abstract class VisitPolicy {
  /** A member whose connection was lost and comes back within this time never left. */
  abstract readonly returnWithinMs: number;
  abstract readonly noteEveryMs: number;
}

export class DefaultVisitPolicy extends VisitPolicy {
  readonly returnWithinMs = 30_000;
  readonly noteEveryMs = 15_000;
}
