import type { Question } from '@ieum/api-contract';
import type { ScriptRecord, SummaryRecord } from './script.record';

/** A question as JSON, ready for its contract. */
export const QUESTION = `json_build_object('id', q.id, 'topic', q.topic, 'type', q.type, 'minLevel', q.min_level,
  'maxLevel', q.max_level, 'text', q.text, 'help', q.help) AS question`;

const FACTS = `s.id, ${QUESTION}, s.revision, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
  s.deleted_at AS "deletedAt"`;

export const SCRIPT = `${FACTS}, s.text`;

/** How many words a script `s` has. */
export const WORDS = `coalesce(cardinality(regexp_split_to_array(nullif(btrim(s.text), ''), '\\s+')), 0)`;

/** Without the text, which is long, but with what the library shows of it. */
export const SUMMARY = `${FACTS}, left(regexp_replace(btrim(s.text), '\\s+', ' ', 'g'), 100) AS excerpt,
  ${WORDS} AS words,
  (SELECT count(*)::int FROM recordings r WHERE r.script_id = s.id AND r.status = 'stored') AS takes`;

type Row<Record> = Record & { question: Question };
export type ScriptRow = Row<ScriptRecord>;
export type SummaryRow = Row<SummaryRecord>;

const HAS_TAKE = `EXISTS (SELECT 1 FROM recordings r WHERE r.script_id = s.id AND r.status = 'stored')`;

/** Each state of the library, as a condition. */
export const IN_STATE = {
  empty: `s.deleted_at IS NULL AND s.text = '' AND NOT ${HAS_TAKE}`,
  written: `s.deleted_at IS NULL AND s.text <> ''`,
  recorded: `s.deleted_at IS NULL AND ${HAS_TAKE}`,
  deleted: 's.deleted_at IS NOT NULL',
} as const;
export const NOT_DELETED = 's.deleted_at IS NULL';

/** What is typed is looked for as it is: `%`, `_` and `\` are letters like all others. */
export const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, '\\$&')}%`;
