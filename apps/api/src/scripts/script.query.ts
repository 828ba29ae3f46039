import type { Question } from '@ieum/api-contract';
import { QUESTION } from '../questions/question.query';
import type { ScriptRecord, SummaryRecord } from './script.record';

const FACTS = `s.id, ${QUESTION}, s.revision, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
  s.deleted_at AS "deletedAt"`;

export const SCRIPT = `${FACTS}, s.text`;

/**
 * How many words a text has. Not counted by a regular expression: of twenty texts that takes longer than all else of
 * a page.
 */
export const wordsOf = (text: string): string =>
  `cardinality(array_remove(string_to_array(translate(${text}, E'\\t\\n\\x0b\\f\\r\\u00a0\\u3000', '       '), ' '), ''))`;

/** Without the text, which is long, but with what the library shows of it. */
export const SUMMARY = `${FACTS}, left(regexp_replace(left(btrim(s.text), 400), '\\s+', ' ', 'g'), 100) AS excerpt,
  ${wordsOf('s.text')} AS words,
  (SELECT count(*)::int FROM recordings r WHERE r.script_id = s.id AND r.status = 'stored') AS takes`;

type Row<Record> = Record & { question: Question };
export type ScriptRow = Row<ScriptRecord>;
export type SummaryRow = Row<SummaryRecord>;

export const NOT_DELETED = 's.deleted_at IS NULL';
