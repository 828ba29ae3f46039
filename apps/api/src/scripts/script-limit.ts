import { MAX_SCRIPTS } from '@ieum/api-contract';
import type { Transaction } from '../database/database';
import { tooManyScripts } from './scripts.errors';

/**
 * Lets a script for this question be there: one that is, or another one. Those that can be restored count.
 * @throws DomainError `scripts/too-many`
 */
export async function refuseBeyondMost(transaction: Transaction, userId: string, questionId: string): Promise<void> {
  const [row] = await transaction.query<{ count: number; there: boolean }>(
    `SELECT (SELECT count(*)::int FROM scripts WHERE user_id = $1) AS count,
       EXISTS (SELECT FROM scripts WHERE user_id = $1 AND question_id = $2 AND deleted_at IS NULL) AS there`,
    [userId, questionId],
  );
  if (row && !row.there && row.count >= MAX_SCRIPTS) throw tooManyScripts();
}
