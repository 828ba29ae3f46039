import { type ConsultAction, transitionsOf } from './consult-status';

/**
 * Closing a consult counts its volunteer time: the overlap of both members' visits (a user's overlapping visits count
 * once; an open visit counts until shortly after it was last seen), as a product of two multiranges. How ready a device
 * was is nobody's business any more.
 */
export function closing(action: ConsultAction, where: string): string {
  const visitsOf = (member: string) => `
    SELECT range_agg(tstzrange(v.joined_at, greatest(v.joined_at,
      coalesce(v.left_at, least(now(), v.seen_at + interval '20 seconds'))))) FROM room_visits v
    WHERE v.consult_id = c.id AND v.user_id = c.${member}`;
  return `
    UPDATE consults c
    SET ${setStatus(action)}, closed_at = now(), readiness = NULL, volunteer_seconds = coalesce((
      SELECT floor(extract(epoch FROM sum(upper(shared) - lower(shared))))::int
      FROM unnest((${visitsOf('student_id')}) * (${visitsOf('mentor_id')})) AS shared), 0)
    WHERE ${where} AND ${allows(action)}`;
}

/** `SET` of a transition, made from the table so that SQL and table cannot part. An offer is for the first of them only. */
export function setStatus(action: ConsultAction): string {
  const cases = transitionsOf(action).map(([from, to]) => `WHEN '${from}' THEN '${to}'`);
  return `status = CASE c.status ${cases.join(' ')} END, revision = c.revision + 1, early_offer = NULL`;
}

export function allows(action: ConsultAction): string {
  return `c.status IN (${sqlList(transitionsOf(action).map(([from]) => from))})`;
}

/** Only for words of our own tables; values travel as parameters. */
export function sqlList(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
