import { QUESTION } from '../questions/question.query';
import { wordsOf } from '../scripts/script.query';

/** A claim runs out by itself: nobody has to notice. A mentor whose account is gone holds nothing. */
export const IS_CLAIMED = '(w.mentor_id IS NOT NULL AND w.claimed_until > now())';

/** Open, and its script is there. */
export const IS_OPEN = `(w.status = 'open' AND s.deleted_at IS NULL)`;

/** A request goes with its script, and comes back with it. */
export const STATUS = `CASE WHEN w.status <> 'open' THEN w.status WHEN s.deleted_at IS NOT NULL THEN 'withdrawn'
  WHEN ${IS_CLAIMED} THEN 'claimed' ELSE 'waiting' END`;

export const JOINS = `JOIN scripts s ON s.id = w.script_id JOIN questions q ON q.id = s.question_id`;

export const SUMMARY = `w.id, ${STATUS} AS status, ${QUESTION}, w.created_at AS "createdAt",
  CASE WHEN w.status = 'answered' THEN w.closed_at END AS "answeredAt", w.accepted_at AS "acceptedAt"`;

/** Between a request `w` and the mentor `$1`: mentors of spoken English, and for minors those with approval. */
export const MENTOR_FITS = `EXISTS (SELECT FROM mentor_profiles p WHERE p.user_id = $1 AND 'speaking' = ANY (p.kinds)
  AND (p.approved_at IS NOT NULL OR NOT w.needs_approval))`;

/** The same for who has claimed it: an approval that was taken back ends what the claim gave. */
export const IS_APPROVED = `(NOT w.needs_approval OR EXISTS (
  SELECT FROM mentor_profiles p WHERE p.user_id = $1 AND p.approved_at IS NOT NULL))`;

const OF_TAKES = `FROM written_feedback_takes t JOIN recordings r ON r.id = t.recording_id WHERE t.written_feedback_id = w.id`;

/** As the mentor `$1` sees it. */
export const CARD = `w.id, ${STATUS} AS status, q.topic, q.type, u.nickname,
  ${wordsOf('w.text')} AS words,
  (SELECT count(*)::int ${OF_TAKES}) AS takes, (SELECT coalesce(sum(r.duration_ms), 0)::int ${OF_TAKES}) AS "takesMs",
  w.created_at AS "createdAt", coalesce(w.mentor_id = $1, false) AS mine,
  CASE WHEN w.mentor_id = $1 AND ${IS_OPEN} AND ${IS_CLAIMED} THEN w.claimed_until END AS "claimedUntil",
  CASE WHEN w.mentor_id = $1 AND w.status = 'answered' THEN w.closed_at END AS "answeredAt"`;

export const CARD_JOINS = `${JOINS} JOIN users u ON u.id = w.student_id`;
