import { ConsultId, ConsultRole, Kind, Language, Readiness, Timestamp, Topic } from '@ieum/signaling-protocol';
import { z } from 'zod';

const Count = z.number().int().nonnegative();

/**
 * A waiting request as an admin sees it: what it takes to find out why it waits. What the student wrote, and who they
 * are, is nobody's business but a mentor's.
 */
export const AdminQueueItem = z.object({
  id: ConsultId,
  kind: Kind,
  topic: Topic,
  language: Language,
  /** Only in counselling: the name of this consult alone. */
  pseudonym: z.string().nullable(),
  /** Counselling and minors: only approved mentors see it. */
  needsApproval: z.boolean(),
  readiness: Readiness.nullable(),
  askedAt: Timestamp,
  /** `held`: the student is connected and keeps the request. `running-out`: it closes unless they come back. */
  lease: z.enum(['held', 'running-out']),
  /** Seconds until it closes if nobody keeps it. */
  leaseSeconds: Count,
  /** Mentors on the live list now who could accept it. */
  mentorsOnline: Count,
});
export type AdminQueueItem = z.infer<typeof AdminQueueItem>;

/** A consult that has a room. */
export const AdminRoom = z.object({
  consultId: ConsultId,
  kind: Kind,
  status: z.enum(['matched', 'live']),
  since: Timestamp,
  mentor: z.string(),
  /** Who sits in it, and to which node their connection is. */
  seats: z.array(z.object({ role: ConsultRole, nodeId: z.uuid() })),
});
export type AdminRoom = z.infer<typeof AdminRoom>;

/** A node, as the one that answers knows it. */
export const AdminNode = z.object({
  id: z.uuid(),
  /** The one that answers. */
  self: z.boolean(),
  /** `cut-off`: this node cannot reach the others, if there are any. */
  state: z.enum(['alone', 'joined', 'cut-off']),
  since: Timestamp,
  sockets: Count,
  rooms: Count,
  /** By how much its event loop came late, 99 times of 100, in the last seconds. In milliseconds. */
  lagMs: z.number().nonnegative(),
});
export type AdminNode = z.infer<typeof AdminNode>;

/** What happens now, on all nodes. Lists are cut at their first 200; the counts are not. */
export const AdminOverview = z.object({
  at: Timestamp,
  waiting: Count,
  /** Since when the one has waited that has waited longest. */
  oldestAskedAt: Timestamp.nullable(),
  liveRooms: Count,
  sockets: Count,
  /** Mentors on the live list, by what they offer; whoever offers two kinds counts in both. */
  mentorsOnline: z.record(Kind, Count),
  queue: z.array(AdminQueueItem),
  rooms: z.array(AdminRoom),
  nodes: z.array(AdminNode),
});
export type AdminOverview = z.infer<typeof AdminOverview>;
