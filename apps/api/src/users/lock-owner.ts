import { unauthenticated } from '../auth/auth.errors';
import type { Transaction } from '../database/database';

/**
 * Locks the row of whose something is: of two of their requests one counts what the other has added, and an erasure waits or
 * has won. @throws DomainError `auth/unauthenticated` when the account is gone
 */
export async function lockOwner(transaction: Transaction, userId: string): Promise<void> {
  const [owner] = await transaction.query('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  if (!owner) throw unauthenticated();
}
