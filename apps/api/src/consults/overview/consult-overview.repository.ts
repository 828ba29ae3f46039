import type { ConsultStatus, Kind, Language, Readiness, Topic } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database';

/** A waiting request without a word of what was written in it. */
export interface WaitingConsult {
  readonly id: string;
  readonly studentId: string;
  readonly kind: Kind;
  readonly topic: Topic;
  readonly language: Language;
  readonly pseudonym: string | null;
  readonly needsApproval: boolean;
  readonly readiness: Readiness | null;
  readonly createdAt: Date;
  readonly leaseMs: number;
}

/** A consult that has a room. */
export interface OpenRoom {
  readonly id: string;
  readonly kind: Kind;
  readonly status: 'matched' | 'live';
  readonly since: Date;
  readonly mentorNickname: string | null;
}

/** When a consult came to be what it is. */
export interface ConsultMoments {
  readonly id: string;
  readonly kind: Kind;
  readonly status: ConsultStatus;
  readonly createdAt: Date;
  readonly matchedAt: Date | null;
  readonly liveAt: Date | null;
  readonly closedAt: Date | null;
}

export interface OpenCounts {
  readonly waiting: number;
  readonly live: number;
  readonly oldest: Date | null;
}

/** Consults as those see them who run the place: what they select is all that there is to see. */
@Injectable()
export class ConsultOverviewRepository {
  constructor(private readonly database: Database) {}

  async count(): Promise<OpenCounts> {
    const [counts] = await this.database.query<OpenCounts>(`
      SELECT count(*) FILTER (WHERE status = 'waiting' AND lease_until > now())::int AS waiting,
        count(*) FILTER (WHERE status = 'live')::int AS live,
        min(created_at) FILTER (WHERE status = 'waiting' AND lease_until > now()) AS oldest
      FROM consults WHERE status IN ('waiting', 'matched', 'live')`);
    return counts ?? { waiting: 0, live: 0, oldest: null };
  }

  /** The oldest first. */
  findWaiting(limit: number): Promise<WaitingConsult[]> {
    return this.database.query<WaitingConsult>(
      `SELECT id, student_id AS "studentId", kind, topic, language, pseudonym, needs_approval AS "needsApproval",
         readiness, created_at AS "createdAt", (extract(epoch FROM lease_until - now()) * 1000)::float8 AS "leaseMs"
       FROM consults WHERE status = 'waiting' AND lease_until > now() ORDER BY created_at, id LIMIT $1`,
      [limit],
    );
  }

  /** The oldest first. */
  findRooms(limit: number): Promise<OpenRoom[]> {
    return this.database.query<OpenRoom>(
      `SELECT c.id, c.kind, c.status, coalesce(c.live_at, c.matched_at, c.created_at) AS since,
         m.nickname AS "mentorNickname"
       FROM consults c LEFT JOIN users m ON m.id = c.mentor_id
       WHERE c.status IN ('matched', 'live') ORDER BY since, c.id LIMIT $1`,
      [limit],
    );
  }

  async findMoments(id: string): Promise<ConsultMoments | undefined> {
    const [moments] = await this.database.query<ConsultMoments>(
      `SELECT id, kind, status, created_at AS "createdAt", matched_at AS "matchedAt", live_at AS "liveAt",
         closed_at AS "closedAt"
       FROM consults WHERE id = $1`,
      [id],
    );
    return moments;
  }
}
