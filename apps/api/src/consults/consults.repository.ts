import type { EarlyOffer } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import type { PagePosition } from '../common/page-cursor';
import { Database, type Transaction } from '../database/database';
import { violatedUniqueConstraint } from '../database/unique-violation';
import { type ConsultRow, selectConsults, takeOffer, toRecord, writeConsults } from './consult.query';
import type { ConsultRecord } from './consult.record';
import { OPEN_STATUSES, READINESS_STATUSES } from './consult-status';
import { allows, closing, setStatus, sqlList } from './consult-transition';

export interface NewConsult {
  readonly requestId: string;
  readonly studentId: string;
  readonly kind: string;
  readonly topic: string;
  readonly message: string;
  readonly language: string;
  readonly needsApproval: boolean;
  readonly pseudonym: string | null;
  readonly readiness: string | null;
}

const OPEN = sqlList(OPEN_STATUSES);

/** The rule of `mentor-fit.ts` between a profile `p` and a consult `c`. */
const PROFILE_FITS = `c.kind = ANY (p.kinds) AND c.topic = ANY (p.topics) AND c.language = ANY (p.languages)
  AND (p.approved_at IS NOT NULL OR NOT c.needs_approval)`;

const INSERT = writeConsults(`
  INSERT INTO consults
    (request_id, student_id, kind, topic, message, language, needs_approval, pseudonym, readiness, lease_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + $10 * interval '1 millisecond')`);

/** How a consult stands towards a mentor who could not have it. */
export interface Standing {
  readonly hasProfile: boolean;
  readonly exists: boolean;
  readonly own: boolean;
  readonly fits: boolean;
  readonly mentorId: string | null;
}

/**
 * The consults' rows. Every transition is one conditional UPDATE: the database's row lock decides who was first, and
 * the row it returns, or does not, tells. Times are the database's, so that leases know one clock only.
 */
@Injectable()
export class ConsultsRepository {
  constructor(private readonly database: Database) {}

  /** Inserts a waiting consult, and what goes along with it; `conflict` names the constraint that stood in the way. */
  async insert(
    consult: NewConsult,
    leaseMs: number,
    along?: (transaction: Transaction, id: string) => Promise<void>,
  ): Promise<ConsultRecord | { conflict: string }> {
    const values = [
      consult.requestId,
      consult.studentId,
      consult.kind,
      consult.topic,
      consult.message,
      consult.language,
      consult.needsApproval,
      consult.pseudonym,
      consult.readiness,
      leaseMs,
    ];
    try {
      if (!along) return only(await this.query(INSERT, values));
      return await this.database.transaction(async (transaction) => {
        const { id } = only((await transaction.query<ConsultRow>(INSERT, values)).map(toRecord));
        await along(transaction, id);
        return only((await transaction.query<ConsultRow>(selectConsults('WHERE c.id = $1'), [id])).map(toRecord));
      });
    } catch (error) {
      const constraint = violatedUniqueConstraint(error);
      if (constraint) return { conflict: constraint };
      throw error;
    }
  }

  /**
   * Takes a waiting consult for a mentor whose profile fits it (the rule of `mentor-fit.ts`). `undefined` when it was
   * not to be had; `conflict` when the mentor has an open consult already.
   */
  async accept(
    id: string,
    mentorId: string,
    leaseMs: number,
  ): Promise<{ consult: ConsultRecord; offer: EarlyOffer | null } | { conflict: string } | undefined> {
    try {
      const [row] = await this.database.query<ConsultRow & { early_offer: EarlyOffer | null }>(
        takeOffer(`
          UPDATE consults c
          SET ${setStatus('accept')}, mentor_id = $2, matched_at = now(),
              lease_until = now() + $3 * interval '1 millisecond'
          WHERE c.id = $1 AND ${allows('accept')} AND c.lease_until > now() AND c.student_id <> $2
            AND EXISTS (SELECT FROM mentor_profiles p WHERE p.user_id = $2 AND ${PROFILE_FITS})`),
        [id, mentorId, leaseMs],
      );
      return row && { consult: toRecord(row), offer: row.early_offer };
    } catch (error) {
      const constraint = violatedUniqueConstraint(error);
      if (constraint) return { conflict: constraint };
      throw error;
    }
  }

  async standingTowards(id: string, mentorId: string): Promise<Standing | undefined> {
    const rows = await this.database.query<Standing>(
      `SELECT p.user_id IS NOT NULL AS "hasProfile", c.id IS NOT NULL AS "exists", c.mentor_id AS "mentorId",
              coalesce(c.student_id = me.id, false) AS own, coalesce(${PROFILE_FITS}, false) AS fits
       FROM (SELECT $2::uuid AS id) me
       LEFT JOIN mentor_profiles p ON p.user_id = me.id
       LEFT JOIN consults c ON c.id = $1`,
      [id, mentorId],
    );
    return rows[0];
  }

  /** Whether this mentor could have the consult at this moment, by the rules of `accept`. */
  async isToBeHad(id: string, mentorId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM consults c JOIN mentor_profiles p ON p.user_id = $2
       WHERE c.id = $1 AND ${allows('accept')} AND c.lease_until > now() AND c.student_id <> $2 AND ${PROFILE_FITS}
         AND NOT EXISTS (SELECT FROM consults own WHERE own.mentor_id = $2 AND own.status IN (${OPEN}))`,
      [id, mentorId],
    );
    return rows.length > 0;
  }

  /** Notes what the student's device check came to; `undefined` when that is noted already or may not be any more. */
  async setReadiness(id: string, studentId: string, readiness: string | null): Promise<ConsultRecord | undefined> {
    const rows = await this.query(
      writeConsults(`
        UPDATE consults c SET readiness = $3, revision = c.revision + 1
        WHERE c.id = $1 AND c.student_id = $2 AND c.status IN (${sqlList(READINESS_STATUSES)})
          AND c.readiness IS DISTINCT FROM $3`),
      [id, studentId, readiness],
    );
    return rows[0];
  }

  /** Whether it was left: the consult is the student's, and waits. */
  async leaveOffer(id: string, studentId: string, offer: EarlyOffer): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE consults SET early_offer = $3 WHERE id = $1 AND student_id = $2 AND status = 'waiting' RETURNING 1`,
      [id, studentId, JSON.stringify(offer)],
    );
    return rows.length > 0;
  }

  async cancel(id: string, userId: string): Promise<ConsultRecord | undefined> {
    return this.close('cancel', `c.id = $1 AND (c.student_id = $2 OR c.mentor_id = $2)`, [id, userId]);
  }

  /** The mentor ends; the student may once the mentor has been out of the room for longer than the grace. */
  async end(id: string, userId: string, graceMs: number): Promise<ConsultRecord | undefined> {
    const mentorIsAway = `NOT EXISTS (
      SELECT FROM room_visits v WHERE v.consult_id = c.id AND v.user_id = c.mentor_id
        AND coalesce(v.left_at, v.seen_at) > now() - $3 * interval '1 millisecond')`;
    const where = `c.id = $1 AND (c.mentor_id = $2 OR (c.student_id = $2 AND ${mentorIsAway}))`;
    return this.close('end', where, [id, userId, graceMs]);
  }

  /** Both members are in the room, by the registry (`true`) or by their open visits. */
  async start(id: string, seated: boolean): Promise<ConsultRecord | undefined> {
    const bothVisit = `(
      SELECT count(DISTINCT v.user_id) FROM room_visits v WHERE v.consult_id = c.id AND v.left_at IS NULL) = 2`;
    const rows = await this.query(
      writeConsults(`
        UPDATE consults c SET ${setStatus('start')}, live_at = now()
        WHERE c.id = $1 AND ${allows('start')} AND ($2 OR ${bothVisit})`),
      [id, seated],
    );
    return rows[0];
  }

  /** Closes every consult whose lease ran out. */
  async expireDue(): Promise<ConsultRecord[]> {
    return this.query(writeConsults(closing('expire', `c.lease_until <= now()`)), []);
  }

  /** Closes every consult that needs an approval which its mentor does not have any more. */
  async closeUnapproved(): Promise<ConsultRecord[]> {
    const where = `c.needs_approval AND c.mentor_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM mentor_profiles p WHERE p.user_id = c.mentor_id AND p.approved_at IS NOT NULL)`;
    const cancelled = await this.query(writeConsults(closing('cancel', where)), []);
    return [...cancelled, ...(await this.query(writeConsults(closing('end', where)), []))];
  }

  /** Milliseconds until the next open consult's lease runs out, or `undefined` when none is open. */
  async nextExpiryInMs(): Promise<number | undefined> {
    const rows = await this.database.query<{ ms: number | null }>(`
      SELECT (extract(epoch FROM min(lease_until) - now()) * 1000)::float8 AS ms
      FROM consults WHERE status IN (${OPEN})`);
    return rows[0]?.ms ?? undefined;
  }

  /** Renews the leases of every open consult that one of these users owns: its student, or once matched its mentor. */
  async renewLeases(ownerIds: readonly string[], leaseMs: number): Promise<void> {
    await this.database.execute(
      `UPDATE consults SET lease_until = now() + $2 * interval '1 millisecond'
       WHERE status IN (${OPEN}) AND (student_id = ANY ($1) OR mentor_id = ANY ($1))`,
      [ownerIds, leaseMs],
    );
  }

  /** Gives every open consult at least this much lease: its owners could not renew while the server was away. */
  async extendAllLeases(leaseMs: number): Promise<void> {
    await this.database.execute(
      `UPDATE consults SET lease_until = greatest(lease_until, now() + $1 * interval '1 millisecond')
       WHERE status IN (${OPEN})`,
      [leaseMs],
    );
  }

  async findById(id: string): Promise<ConsultRecord | undefined> {
    return (await this.query(selectConsults('WHERE c.id = $1'), [id]))[0];
  }

  async findByRequest(studentId: string, requestId: string): Promise<ConsultRecord | undefined> {
    return (
      await this.query(selectConsults('WHERE c.student_id = $1 AND c.request_id = $2'), [studentId, requestId])
    )[0];
  }

  async findOpenOf(userId: string): Promise<ConsultRecord[]> {
    return this.query(selectConsults(`WHERE c.status IN (${OPEN}) AND (c.student_id = $1 OR c.mentor_id = $1)`), [
      userId,
    ]);
  }

  /** Every waiting consult whose lease holds, oldest first. */
  async findWaiting(): Promise<ConsultRecord[]> {
    return this.query(selectConsults(`WHERE c.status = 'waiting' AND c.lease_until > now() ORDER BY c.created_at`), []);
  }

  /** Consults that were asked for, matched, started or closed within this time, by whatever node. */
  async findChangedWithin(ms: number): Promise<ConsultRecord[]> {
    const since = `now() - $1 * interval '1 millisecond'`;
    return this.query(
      selectConsults(`WHERE c.closed_at > ${since}
        OR (c.status IN (${OPEN}) AND greatest(c.created_at, c.matched_at, c.live_at) > ${since})`),
      [ms],
    );
  }

  async findHistory(userId: string, limit: number, after?: PagePosition): Promise<ConsultRecord[]> {
    const before = after ? 'AND (c.created_at, c.id) < ($3::timestamptz, $4::uuid)' : '';
    return this.query(
      selectConsults(
        `WHERE (c.student_id = $1 OR c.mentor_id = $1) ${before} ORDER BY c.created_at DESC, c.id DESC LIMIT $2`,
      ),
      after ? [userId, limit, after.createdAt, after.id] : [userId, limit],
    );
  }

  async volunteerTimeOf(mentorId: string): Promise<{ totalSeconds: number; consults: number }> {
    const rows = await this.database.query<{ seconds: number; consults: number }>(
      `SELECT coalesce(sum(seconds), 0)::int AS seconds, count(*)::int AS consults
       FROM (SELECT volunteer_seconds AS seconds FROM consults WHERE mentor_id = $1 AND status = 'ended'
             UNION ALL SELECT seconds FROM kept_hours WHERE mentor_id = $1) AS met`,
      [mentorId],
    );
    return { totalSeconds: rows[0]?.seconds ?? 0, consults: rows[0]?.consults ?? 0 };
  }

  private async close(
    action: 'cancel' | 'end',
    where: string,
    parameters: unknown[],
  ): Promise<ConsultRecord | undefined> {
    return (await this.query(writeConsults(closing(action, where)), parameters))[0];
  }

  private async query(sql: string, parameters: unknown[]): Promise<ConsultRecord[]> {
    const rows = await this.database.query<ConsultRow>(sql, parameters);
    return rows.map(toRecord);
  }
}

function only(rows: ConsultRecord[]): ConsultRecord {
  const [row] = rows;
  if (!row) throw new Error('An INSERT returned no row.');
  return row;
}
