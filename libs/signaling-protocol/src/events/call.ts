import { z } from 'zod';
import { defineRequest } from '../define-event';

/** The most reports of one visit that are kept: hours of a call. */
export const CALL_REPORTS_MAX = 3_000;

/** How old a report may be when it is told: what happened while the socket was away comes afterwards. In milliseconds. */
export const CALL_REPORT_AGO_MAX_MS = 600_000;

const Milliseconds = z.number().int().min(0).max(600_000);
/** 0 to 1. */
const Share = z.number().min(0).max(1);
const BitsPerSecond = z.number().int().min(0).max(1_000_000_000);

/** What a candidate is (RFC 8445 §4). Its address is nobody's business. */
export const CandidateType = z.enum(['host', 'srflx', 'prflx', 'relay']);
export type CandidateType = z.infer<typeof CandidateType>;

/** A step by which a call's path is mended; `relay-only` and `reconnect` make a new connection. */
export const HealingStep = z.enum(['restart-ice', 'reconnect', 'relay-only', 'retry']);
export type HealingStep = z.infer<typeof HealingStep>;

/** What happened in a call, or what it was like, as one of its browsers saw it. No address, no name, nothing that was said. */
export const CallFact = z.discriminatedUnion('type', [
  /** Connected for the first time, so long after both were known to be there. */
  z.object({ type: z.literal('connected'), setUpMs: Milliseconds }),
  /** What kind of path ICE chose, when there is one and when it is another one. */
  z.object({
    type: z.literal('path'),
    local: CandidateType,
    remote: CandidateType,
    /** On the first leg: for a relay, the way to the relay. */
    protocol: z.enum(['udp', 'tcp', 'tls']).optional(),
  }),
  /** What the last seconds were like, every twenty or so. What the browser does not tell is left out. */
  z.object({
    type: z.literal('figures'),
    roundTripMs: Milliseconds.optional(),
    lossIn: Share.optional(),
    lossOut: Share.optional(),
    jitterMs: Milliseconds.optional(),
    bitrateIn: BitsPerSecond.optional(),
    bitrateOut: BitsPerSecond.optional(),
    level: z.enum(['good', 'fair', 'poor']),
  }),
  /** The path is lost: `failed` once everything was tried. */
  z.object({ type: z.literal('disconnected'), failed: z.boolean() }),
  z.object({
    type: z.literal('healing'),
    step: HealingStep,
    cause: z.enum(['path-lost', 'network-changed', 'requested']),
  }),
  z.object({ type: z.literal('healed'), step: HealingStep, afterMs: Milliseconds }),
  /** A device that was wanted is not there. */
  z.object({
    type: z.literal('media-problem'),
    device: z.enum(['microphone', 'camera']),
    problem: z.enum([
      'permission-denied',
      'permission-dismissed',
      'not-found',
      'in-use',
      'insecure-context',
      'overconstrained',
      'unknown',
    ]),
  }),
  /** This side ended its call. */
  z.object({ type: z.literal('left') }),
]);
export type CallFact = z.infer<typeof CallFact>;

export const callRequests = {
  /** `seq` counts the reports of a visit (a `peerId`) from 0: the same one told twice is kept once. */
  'call:report': defineRequest(
    z.object({
      seq: z
        .number()
        .int()
        .min(0)
        .max(CALL_REPORTS_MAX - 1),
      agoMs: z.number().int().min(0).max(CALL_REPORT_AGO_MAX_MS),
      fact: CallFact,
    }),
    z.object({}),
  ),
};
