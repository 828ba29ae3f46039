import {
  CallFact,
  CandidateType,
  ConsultId,
  ConsultRole,
  ConsultStatus,
  Kind,
  Timestamp,
} from '@ieum/signaling-protocol';
import { z } from 'zod';

const Milliseconds = z.number().nonnegative();

/** A call in one row. Figures are `null` where no browser told any. */
export const AdminCall = z.object({
  consultId: ConsultId,
  kind: Kind,
  status: ConsultStatus,
  firstAt: Timestamp,
  lastAt: Timestamp,
  /** The path that was chosen last, as one side sees it. */
  path: z.object({ local: CandidateType, remote: CandidateType, protocol: z.string().max(8).nullable() }).nullable(),
  /** Of the slower side. */
  setUpMs: Milliseconds.nullable(),
  medianRoundTripMs: Milliseconds.nullable(),
  p95RoundTripMs: Milliseconds.nullable(),
  /** 0 to 1. */
  worstLoss: z.number().min(0).max(1).nullable(),
  restarts: z.number().int().nonnegative(),
  /** `never`: no side was connected. `lost`: the last that was told is that the path was lost. */
  outcome: z.enum(['never', 'lost', 'fine']),
});
export type AdminCall = z.infer<typeof AdminCall>;

/** How far back to look. */
export const AdminCallsQuery = z.object({ hours: z.coerce.number().int().min(1).max(720).default(24) });
export type AdminCallsQuery = z.infer<typeof AdminCallsQuery>;

/** The calls that were last told of, the newest first. Cut at the first 200. */
export const AdminCalls = z.object({ items: z.array(AdminCall) });
export type AdminCalls = z.infer<typeof AdminCalls>;

/** One thing that a browser told: whose side, when, and what. */
export const AdminCallReport = z.object({
  at: Timestamp,
  side: ConsultRole,
  /** Which visit of that side, from 1: a reload begins another one. */
  visit: z.number().int().positive(),
  fact: CallFact,
});
export type AdminCallReport = z.infer<typeof AdminCallReport>;

/** A call from the request to its end, with all that its browsers told. No names, no addresses, nothing that was said. */
export const AdminCallTimeline = z.object({
  consultId: ConsultId,
  kind: Kind,
  status: ConsultStatus,
  askedAt: Timestamp,
  matchedAt: Timestamp.nullable(),
  liveAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
  reports: z.array(AdminCallReport),
});
export type AdminCallTimeline = z.infer<typeof AdminCallTimeline>;
