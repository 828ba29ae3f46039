import type { CallFact, CandidateType, ConsultRole, ConsultStatus, Kind } from '@ieum/signaling-protocol';

/** Whose browser tells. */
export interface Reporter {
  readonly consultId: string;
  /** One visit of one member: after a reload it is another one. */
  readonly peerId: string;
  readonly side: ConsultRole;
}

/** What a browser told of a call, and when it was so by this server's clock. */
export interface CallReport extends Reporter {
  /** Its place among those of the visit. */
  readonly seq: number;
  readonly at: Date;
  readonly fact: CallFact;
}

/**
 * How a call went, as far as is known: `never`: no side was connected. `lost`: the last that was told of some side is that
 * its path was lost. `fine`: neither.
 */
export type CallOutcome = 'never' | 'lost' | 'fine';

/** A call in one row. Figures are `null` where nobody told any. */
export interface CallSummary {
  readonly consultId: string;
  readonly kind: Kind;
  readonly status: ConsultStatus;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** The path that was chosen last, as one side sees it. */
  readonly path: {
    readonly local: CandidateType;
    readonly remote: CandidateType;
    readonly protocol?: string | undefined;
  } | null;
  /** Of the slower side. */
  readonly setUpMs: number | null;
  readonly medianRoundTripMs: number | null;
  readonly p95RoundTripMs: number | null;
  /** 0 to 1. */
  readonly worstLoss: number | null;
  /** Steps that were taken to mend the path, of either side. */
  readonly restarts: number;
  readonly outcome: CallOutcome;
}
