import type { ScriptListQuery } from '@ieum/api-contract';
import type { PagePosition } from '../common/page-cursor';
import { NOT_DELETED } from './script.query';

const HAS_TAKE = `EXISTS (SELECT 1 FROM recordings r WHERE r.script_id = s.id AND r.status = 'stored')`;

/** Each state of the library, as a condition. */
const IN_STATE = {
  empty: `s.deleted_at IS NULL AND s.text = '' AND NOT ${HAS_TAKE}`,
  written: `s.deleted_at IS NULL AND s.text <> ''`,
  recorded: `s.deleted_at IS NULL AND ${HAS_TAKE}`,
  deleted: 's.deleted_at IS NOT NULL',
} as const;

/** Only A to Z are alike in both sizes: small letters of all languages take three times as long to find. */
const contains = (text: string, pattern: string): string => `${text} COLLATE "C" ILIKE ${pattern}`;

/** What is typed is looked for as it is: `%`, `_` and `\` are letters like all others. */
const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, '\\$&')}%`;

/**
 * Which scripts of somebody are on a page. What nobody asked for stands in no condition: Postgres, which plans a prepared
 * statement for any values, would otherwise expect few rows and sort all of them. $2 is how many, with one more.
 */
export function listConditions(
  userId: string,
  { topic, type, level, state, q, limit }: ScriptListQuery,
  after: PagePosition | undefined,
): { readonly where: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [userId, limit + 1];
  const next = (value: unknown): string => `$${values.push(value ?? null)}`;
  const conditions = ['s.user_id = $1', state ? IN_STATE[state] : NOT_DELETED];
  if (topic !== undefined || type !== undefined || level !== undefined || q) {
    const [ofTopic, ofType, ofLevel, words] = [next(topic), next(type), next(level), next(q ? containing(q) : null)];
    conditions.push(
      `(${ofTopic}::text IS NULL OR q.topic = ${ofTopic})`,
      `(${ofType}::text IS NULL OR q.type = ${ofType})`,
      `(${ofLevel}::int IS NULL OR ${ofLevel} BETWEEN q.min_level AND q.max_level)`,
      `(${words}::text IS NULL OR ${['s.text', 'q.text', 'q.help'].map((text) => contains(text, words)).join(' OR ')})`,
    );
  }
  if (after) conditions.push(`(s.updated_at, s.id) < (${next(after.createdAt)}::timestamptz, ${next(after.id)}::uuid)`);
  return { where: conditions.join(' AND '), values };
}
