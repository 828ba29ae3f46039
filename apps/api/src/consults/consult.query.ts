import { wordsOf } from '../scripts/script.query';
import type { ConsultRecord } from './consult.record';
import { OPEN_STATUSES } from './consult-status';
import { sqlList } from './consult-transition';

/** The columns of a consult `c` joined with its members, its mentor's line and its feedback's state. */
const COLUMNS = `
  c.id, c.revision, c.kind, c.topic, c.message, c.language, c.status,
  c.student_id, s.nickname AS student_nickname, c.pseudonym,
  c.mentor_id, m.nickname AS mentor_nickname, p.line AS mentor_line, c.needs_approval, c.readiness, carried.carries,
  c.created_at, c.matched_at, c.live_at, c.closed_at, c.volunteer_seconds,
  coalesce(f.status, 'none') AS feedback`;

/** Of a script that is not deleted, and of a consult that is open: nobody has to know it later. */
const CARRIED = `
  SELECT json_build_object('words', ${wordsOf('s.text')}, 'shown', cp.shown_before, 'takes', (
    SELECT count(*) FROM consult_takes t WHERE t.consult_id = cp.consult_id)) AS carries
  FROM consult_practice cp JOIN scripts s ON s.id = cp.script_id AND s.deleted_at IS NULL
  WHERE cp.consult_id = c.id AND c.status IN (${sqlList(OPEN_STATUSES)})`;

const JOINS = `
  JOIN users s ON s.id = c.student_id
  LEFT JOIN users m ON m.id = c.mentor_id
  LEFT JOIN mentor_profiles p ON p.user_id = c.mentor_id
  LEFT JOIN feedbacks f ON f.consult_id = c.id
  LEFT JOIN LATERAL (${CARRIED}) carried ON true`;

export interface ConsultRow {
  id: string;
  revision: number;
  kind: ConsultRecord['kind'];
  topic: ConsultRecord['topic'];
  message: string;
  language: ConsultRecord['language'];
  status: ConsultRecord['status'];
  student_id: string;
  student_nickname: string;
  pseudonym: string | null;
  mentor_id: string | null;
  mentor_nickname: string | null;
  mentor_line: string | null;
  needs_approval: boolean;
  readiness: ConsultRecord['readiness'];
  carries: ConsultRecord['carries'];
  created_at: Date;
  matched_at: Date | null;
  live_at: Date | null;
  closed_at: Date | null;
  volunteer_seconds: number;
  feedback: ConsultRecord['feedback'];
}

/** Reads consults: one query, whatever the number of rows. */
export function selectConsults(tail: string): string {
  return `SELECT ${COLUMNS} FROM consults c ${JOINS} ${tail}`;
}

/** Writes consults and reads what became of them, in one statement; `write` is an INSERT or UPDATE without RETURNING. */
export function writeConsults(write: string): string {
  return `WITH c AS (${write} RETURNING *) SELECT ${COLUMNS} FROM c ${JOINS}`;
}

/** As `writeConsults`, with the offer that the row of `$1` had before. */
export function takeOffer(update: string): string {
  return `WITH c AS (${update} RETURNING *)
    SELECT ${COLUMNS}, before.early_offer FROM c ${JOINS} JOIN consults before ON before.id = c.id`;
}

export function toRecord(row: ConsultRow): ConsultRecord {
  return {
    id: row.id,
    revision: row.revision,
    kind: row.kind,
    topic: row.topic,
    message: row.message,
    language: row.language,
    status: row.status,
    studentId: row.student_id,
    studentNickname: row.student_nickname,
    pseudonym: row.pseudonym,
    mentorId: row.mentor_id,
    mentorNickname: row.mentor_nickname,
    mentorLine: row.mentor_line,
    needsApproval: row.needs_approval,
    readiness: row.readiness,
    carries: row.carries,
    createdAt: row.created_at,
    matchedAt: row.matched_at,
    liveAt: row.live_at,
    closedAt: row.closed_at,
    volunteerSeconds: row.volunteer_seconds,
    feedback: row.feedback,
  };
}
