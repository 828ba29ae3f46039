import { FIRST_HALF } from '@ieum/api-contract';
import { QUESTION_FACTS } from '../questions/question.query';

/** An exam in which something can still be done. The database's clock is the one that all nodes share. */
export const ONGOING = 'e.finished_at IS NULL AND e.ends_at > now()';
export const AT_LEVEL_CHOICE = `(e.position = ${FIRST_HALF + 1} AND e.level_after IS NULL)`;

export const EXAM = `e.id, e.topics, e.level, e.level_after AS "levelAfter", e.total, e.position,
  e.started_at AS "startedAt", e.ends_at AS "endsAt", e.finished_at AS "finishedAt"`;

/** The last take of a question that has arrived, and was not deleted. */
const RECORDING = `(
  SELECT r.id FROM recordings r JOIN scripts s ON s.id = r.script_id AND s.deleted_at IS NULL
  WHERE r.id = ANY (eq.takes) AND r.user_id = e.user_id AND r.question_id = eq.question_id AND r.status = 'stored'
  ORDER BY array_position(eq.takes, r.id) DESC LIMIT 1)`;

const QUESTION = `json_build_object(${QUESTION_FACTS},
  'soundId', (SELECT n.id FROM question_sounds n WHERE n.question_id = q.id))`;

export const EXAM_QUESTIONS = `
  SELECT a.number, a.part, a.listens, a.takes, a.question, a."recordingId",
    a."recordingId" IS NULL AND cardinality(a.takes) > 0 AS awaited
  FROM (
    SELECT eq.number, eq.part, eq.listens, eq.takes, ${QUESTION} AS question, ${RECORDING} AS "recordingId"
    FROM exam_questions eq JOIN exams e ON e.id = eq.exam_id JOIN questions q ON q.id = eq.question_id
    WHERE e.id = $2 AND e.user_id = $1) a
  ORDER BY a.number`;

export const ANSWERED = `(
  SELECT count(${RECORDING})::int FROM exam_questions eq WHERE eq.exam_id = e.id) AS answered`;

/** What can be asked at a level: first what this learner met in no exam, or the longest ago. */
export const CANDIDATES = `
  SELECT q.id, q.topic, q.type, q.key = ANY ($3::text[]) AS introduces, m.at IS NOT NULL AS met FROM questions q LEFT JOIN (
    SELECT eq.question_id, max(e.started_at) AS at FROM exam_questions eq JOIN exams e ON e.id = eq.exam_id
    WHERE e.user_id = $1 GROUP BY eq.question_id) m ON m.question_id = q.id
  WHERE q.retired_at IS NULL AND $2::smallint BETWEEN q.min_level AND q.max_level
  ORDER BY m.at NULLS FIRST, random()`;
