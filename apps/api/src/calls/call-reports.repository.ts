import type { CallFact, ConsultRole } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { CallReport, CallSummary } from './call-report';

interface Row {
  consult_id: string;
  peer_id: string;
  seq: number;
  side: ConsultRole;
  at: Date;
  type: CallFact['type'];
  figures: Omit<CallFact, 'type'>;
}

/** The last word of one side on its path. */
const LAST_STATE = `(array_agg(type ORDER BY at DESC, seq DESC)
  FILTER (WHERE type IN ('connected', 'disconnected', 'healing', 'healed', 'left')))[1]`;

@Injectable()
export class CallReportsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps those that are not known yet, and returns them. Those of a consult that was deleted are left out. */
  async insert(reports: readonly CallReport[]): Promise<CallReport[]> {
    const rows = reports.map(({ consultId, peerId, seq, side, at, fact: { type, ...figures } }) => ({
      consult_id: consultId,
      peer_id: peerId,
      seq,
      side,
      at: at.toISOString(),
      type,
      figures,
    }));
    const kept = await this.database.query<Row>(
      `INSERT INTO call_reports (consult_id, peer_id, seq, side, at, type, figures)
       SELECT r.consult_id, peer_id, seq, side, at, type, figures
       FROM jsonb_to_recordset($1::jsonb) AS r (consult_id uuid, peer_id uuid, seq smallint, side text,
         at timestamptz, type text, figures jsonb)
       JOIN consults c ON c.id = r.consult_id
       ON CONFLICT (consult_id, peer_id, seq) DO NOTHING
       RETURNING *`,
      [JSON.stringify(rows)],
    );
    return kept.map(toReport);
  }

  async findOf(consultId: string, limit: number): Promise<CallReport[]> {
    const rows = await this.database.query<Row>(
      'SELECT * FROM call_reports WHERE consult_id = $1 ORDER BY at, peer_id, seq LIMIT $2',
      [consultId, limit],
    );
    return rows.map(toReport);
  }

  /** Calls that were told of since then, the last first. */
  findRecent(since: Date, limit: number): Promise<CallSummary[]> {
    return this.database.query<CallSummary>(
      `WITH recent AS (
         SELECT consult_id FROM call_reports WHERE at >= $1 GROUP BY consult_id ORDER BY max(at) DESC LIMIT $2
       ), reports AS (
         SELECT r.* FROM call_reports r JOIN recent USING (consult_id)
       ), sides AS (
         SELECT consult_id, ${LAST_STATE} AS last_state FROM reports GROUP BY consult_id, side
       ), ends AS (
         SELECT consult_id, bool_or(last_state IN ('disconnected', 'healing')) AS lost FROM sides GROUP BY consult_id
       )
       SELECT r.consult_id AS "consultId", c.kind, c.status, min(at) AS "firstAt", max(at) AS "lastAt",
         (array_agg(figures ORDER BY at DESC, seq DESC) FILTER (WHERE type = 'path'))[1] AS path,
         max((figures->>'setUpMs')::int) AS "setUpMs",
         percentile_cont(0.5) WITHIN GROUP (ORDER BY (figures->>'roundTripMs')::int) AS "medianRoundTripMs",
         percentile_cont(0.95) WITHIN GROUP (ORDER BY (figures->>'roundTripMs')::int) AS "p95RoundTripMs",
         max(greatest((figures->>'lossIn')::float8, (figures->>'lossOut')::float8)) AS "worstLoss",
         count(*) FILTER (WHERE type = 'healing')::int AS restarts,
         CASE WHEN NOT bool_or(type IN ('connected', 'path')) THEN 'never' WHEN bool_or(e.lost) THEN 'lost' ELSE 'fine' END
           AS outcome
       FROM reports r JOIN consults c ON c.id = r.consult_id JOIN ends e ON e.consult_id = r.consult_id
       GROUP BY r.consult_id, c.kind, c.status
       ORDER BY max(at) DESC`,
      [since, limit],
    );
  }
}

function toReport({ consult_id, peer_id, seq, side, at, type, figures }: Row): CallReport {
  return { consultId: consult_id, peerId: peer_id, seq, side, at, fact: { type, ...figures } as CallFact };
}
