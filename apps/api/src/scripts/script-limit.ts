import { MAX_SCRIPTS } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedBuckets } from '../cluster/shared-buckets';
import type { Limit } from '../common/token-bucket';
import type { Transaction } from '../database/database';
import { tooManyRequests, tooManyScripts } from './scripts.errors';

/** How often one user may change scripts, and read many of them at once. */
export abstract class ScriptPolicy {
  abstract readonly writes: Limit;
  abstract readonly reads: Limit;
}

/** The page saves once a second at most while somebody types; nobody searches as often in a row as the bench's row P1. */
export class DefaultScriptPolicy extends ScriptPolicy {
  readonly writes = { burst: 120, perSecond: 2 };
  readonly reads = { burst: 400, perSecond: 2 };
}

/** Counts what one user asks of scripts, over all nodes. One script alone, and a page of them, cost little to read. */
@Injectable()
export class ScriptLimit {
  private readonly writes: SharedBuckets;
  private readonly reads: SharedBuckets;

  constructor(policy: ScriptPolicy, cluster: Cluster) {
    this.writes = new SharedBuckets(cluster, 'scripts:writes', policy.writes);
    this.reads = new SharedBuckets(cluster, 'scripts:reads', policy.reads);
  }

  /** @throws DomainError `request/rate-limited` */
  spendWrite(userId: string): void {
    refuseFor(this.writes.take(userId, performance.now()));
  }

  /** A search, which reads every text of the user, or all versions of a script. @throws DomainError `request/rate-limited` */
  spendRead(userId: string): void {
    refuseFor(this.reads.take(userId, performance.now()));
  }
}

function refuseFor(retryAfterMs: number): void {
  if (retryAfterMs > 0) throw tooManyRequests(retryAfterMs);
}

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
