import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

type Row = Record<string, unknown>;

/** A consult of somebody, with what is kept beside it. */
export interface ExportedConsult extends Row {
  readonly id: string;
  readonly role: 'student' | 'mentor';
  readonly createdAt: Date;
}

/** As many consults as are held in memory at a time, without their documents. */
const PAGE = 50;
const IDS = 1000;

/**
 * What is kept about one person, in the words they know. A student's consult has everything that both wrote in it; a
 * mentor's has what the mentor wrote: the student's words are the student's.
 */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  async account(userId: string): Promise<Row | undefined> {
    const rows = await this.database.query<Row>(
      `SELECT id, email, nickname, age_band AS "ageBand", wants, is_admin AS "isAdmin", created_at AS "createdAt"
       FROM users WHERE id = $1`,
      [userId],
    );
    return rows[0];
  }

  async mentorProfile(userId: string): Promise<Row | null> {
    const rows = await this.database.query<Row>(
      `SELECT kinds, topics, languages, line, approved_at AS "approvedAt", updated_at AS "updatedAt"
       FROM mentor_profiles WHERE user_id = $1`,
      [userId],
    );
    return rows[0] ?? null;
  }

  sessions(userId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT id, user_agent AS "userAgent", created_at AS "createdAt", last_used_at AS "lastUsedAt", ended_at AS "endedAt"
       FROM sessions WHERE user_id = $1 ORDER BY created_at`,
      [userId],
    );
  }

  /** Meetings with people whose accounts are gone. */
  keptHours(userId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT closed_at AS "closedAt", seconds FROM kept_hours WHERE mentor_id = $1 ORDER BY closed_at`,
      [userId],
    );
  }

  async survey(userId: string): Promise<Row | null> {
    const rows = await this.database.query<Row>(
      'SELECT topics, level, updated_at AS "updatedAt" FROM surveys WHERE user_id = $1',
      [userId],
    );
    return rows[0] ?? null;
  }

  /** Questions of practice that were drawn for them in this round. */
  seenQuestions(userId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT q.key, q.text, s.seen_at AS "seenAt" FROM seen_questions s JOIN questions q ON q.id = s.question_id
       WHERE s.user_id = $1 ORDER BY s.seen_at`,
      [userId],
    );
  }

  /** Oldest first, a page at a time. */
  async *consults(userId: string): AsyncGenerator<ExportedConsult> {
    let after: ExportedConsult | undefined;
    for (;;) {
      const page: ExportedConsult[] = await this.database.query<ExportedConsult>(
        `SELECT c.id, CASE WHEN c.student_id = $1 THEN 'student' ELSE 'mentor' END AS role, c.kind, c.topic,
           CASE WHEN c.student_id = $1 THEN c.message END AS message, c.language, c.status,
           CASE WHEN c.student_id = $1 THEN m.nickname ELSE coalesce(c.pseudonym, s.nickname) END AS "otherNickname",
           CASE WHEN c.student_id = $1 THEN c.pseudonym END AS "myPseudonym",
           CASE WHEN c.student_id = $1 THEN c.readiness END AS readiness,
           CASE WHEN c.student_id = $1 THEN (
             SELECT json_build_object('scriptId', cp.script_id, 'shownBefore', cp.shown_before, 'recordingIds', ARRAY(
               SELECT recording_id FROM consult_takes t WHERE t.consult_id = cp.consult_id))
             FROM consult_practice cp WHERE cp.consult_id = c.id) END AS "carriedPractice",
           c.created_at AS "createdAt", c.matched_at AS "matchedAt", c.live_at AS "liveAt", c.closed_at AS "closedAt",
           c.volunteer_seconds AS "secondsTogether"
         FROM consults c JOIN users s ON s.id = c.student_id LEFT JOIN users m ON m.id = c.mentor_id
         WHERE (c.student_id = $1 OR c.mentor_id = $1)
           AND ($2::uuid IS NULL OR (c.created_at, c.id) > ($3::timestamptz, $2::uuid))
         ORDER BY c.created_at, c.id LIMIT ${PAGE}`,
        [userId, after?.id ?? null, after?.createdAt ?? null],
      );
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1);
    }
  }

  /** As the person may see it: a draft is its mentor's alone. */
  async feedback(consultId: string, role: 'student' | 'mentor'): Promise<Row | null> {
    const rows = await this.database.query<Row>(
      `SELECT status, summary, practice, corrections, rating, thanks, updated_at AS "updatedAt", sent_at AS "sentAt"
       FROM feedbacks WHERE consult_id = $1 AND (status = 'sent' OR (status = 'draft' AND $2 = 'mentor'))`,
      [consultId, role],
    );
    return rows[0] ?? null;
  }

  practice(consultId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT position, box, due_at AS "dueAt" FROM practice_cards WHERE consult_id = $1 ORDER BY position`,
      [consultId],
    );
  }

  visits(consultId: string, userId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT joined_at AS "joinedAt", left_at AS "leftAt" FROM room_visits
       WHERE consult_id = $1 AND user_id = $2 ORDER BY joined_at`,
      [consultId, userId],
    );
  }

  /** Oldest first; one alone may have a hundred versions. */
  async *scripts(userId: string): AsyncGenerator<Row> {
    for await (const { id } of this.idsOf('scripts', userId)) {
      yield* await this.database.query<Row>(
        `SELECT s.id, q.text AS question, s.text, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
           s.deleted_at AS "deletedAt", coalesce((
             SELECT json_agg(json_build_object('number', v.number, 'text', v.text, 'createdAt', v.created_at) ORDER BY v.number)
             FROM script_versions v WHERE v.script_id = s.id), '[]') AS versions
         FROM scripts s JOIN questions q ON q.id = s.question_id WHERE s.id = $1`,
        [id],
      );
    }
  }

  /** Oldest first. The sound itself is at `audio`, for as long as the account is there. */
  async *recordings(userId: string): AsyncGenerator<Row> {
    for await (const { id } of this.idsOf('recordings', userId)) {
      yield* await this.database.query<Row>(
        `SELECT r.id, q.text AS question, r.status, r.content_type AS "contentType", r.bytes, r.duration_ms AS "durationMs",
           r.voiced_ms AS "voicedMs", r.created_at AS "createdAt", '/api/recordings/' || r.id || '/audio' AS audio, t.text AS transcript
         FROM recordings r JOIN questions q ON q.id = r.question_id LEFT JOIN transcripts t ON t.recording_id = r.id
         WHERE r.id = $1`,
        [id],
      );
    }
  }

  /** The answers are among the recordings. */
  exams(userId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT e.id, e.topics, e.level, e.level_after AS "levelAfter", e.total, e.position, e.started_at AS "startedAt",
         e.ends_at AS "endsAt", e.finished_at AS "finishedAt", coalesce((
           SELECT json_agg(json_build_object('number', eq.number, 'question', q.text, 'listens', eq.listens,
             'recordings', eq.takes) ORDER BY eq.number)
           FROM exam_questions eq JOIN questions q ON q.id = eq.question_id
           WHERE eq.exam_id = e.id AND eq.number <= e.position), '[]') AS questions
       FROM exams e WHERE e.user_id = $1 ORDER BY e.started_at`,
      [userId],
    );
  }

  /** What they asked to have corrected, and what was answered. */
  writtenFeedback(userId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT q.text AS question, w.text, w.note, w.status, w.created_at AS "createdAt", w.closed_at AS "closedAt",
         w.accepted_at AS "acceptedAt", m.nickname AS "mentorNickname", w.answer_text AS "answerText",
         w.answer_comment AS "answerComment", w.answer_moments AS "answerMoments", ARRAY (
           SELECT t.recording_id FROM written_feedback_takes t WHERE t.written_feedback_id = w.id) AS recordings
       FROM written_feedbacks w JOIN scripts s ON s.id = w.script_id JOIN questions q ON q.id = s.question_id
         LEFT JOIN users m ON m.id = w.mentor_id AND w.status = 'answered'
       WHERE w.student_id = $1 ORDER BY w.created_at`,
      [userId],
    );
  }

  /** What they wrote to others, sent or not. The corrected text itself is the student's. */
  writtenAnswers(userId: string): Promise<Row[]> {
    return this.database.query(
      `SELECT w.id, w.status, w.closed_at AS "answeredAt", w.answer_comment AS comment, w.answer_moments AS moments
       FROM written_feedbacks w WHERE w.mentor_id = $1 AND w.status = 'answered'
       UNION ALL
       SELECT d.written_feedback_id, 'draft', NULL, d.comment, d.moments
       FROM written_feedback_drafts d WHERE d.mentor_id = $1 ORDER BY 1`,
      [userId],
    );
  }

  async documentUpdates(consultId: string): Promise<Uint8Array[]> {
    const rows = await this.database.query<{ bytes: Buffer }>(
      `SELECT u.bytes FROM document_updates u JOIN documents d ON d.consult_id = u.consult_id
       WHERE u.consult_id = $1 AND d.deleted_at IS NULL ORDER BY u.seq`,
      [consultId],
    );
    return rows.map(({ bytes }) => bytes);
  }

  private async *idsOf(table: 'scripts' | 'recordings', userId: string): AsyncGenerator<{ readonly id: string }> {
    let after: { readonly id: string; readonly createdAt: Date } | undefined;
    for (;;) {
      const page: { id: string; createdAt: Date }[] = await this.database.query(
        `SELECT id, created_at AS "createdAt" FROM ${table}
         WHERE user_id = $1 AND ($2::uuid IS NULL OR (created_at, id) > ($3::timestamptz, $2::uuid))
         ORDER BY created_at, id LIMIT ${IDS}`,
        [userId, after?.id ?? null, after?.createdAt ?? null],
      );
      yield* page;
      if (page.length < IDS) return;
      after = page.at(-1);
    }
  }
}
