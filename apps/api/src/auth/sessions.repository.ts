import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** What became of a refresh token that was shown. */
export interface UsedToken {
  readonly sessionId: string;
  readonly userId: string;
  /** Used before, longer ago than tabs that start together need. */
  readonly reused: boolean;
  readonly expired: boolean;
  readonly ended: boolean;
}

export interface SessionRow {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** Sessions and their refresh tokens. Only hashes are kept; times are the database's. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /** Opens a session with its first refresh token; returns the session's id. */
  async open(userId: string, userAgent: string, hash: Buffer, lifetimeSeconds: number): Promise<string> {
    const rows = await this.database.query<{ id: string }>(
      `WITH opened AS (INSERT INTO sessions (user_id, user_agent) VALUES ($1, $2) RETURNING id)
       INSERT INTO refresh_tokens (hash, session_id, expires_at)
       SELECT $3, id, now() + $4 * interval '1 second' FROM opened RETURNING session_id AS id`,
      [userId, userAgent, hash, lifetimeSeconds],
    );
    const [session] = rows;
    if (!session) throw new Error('An INSERT returned no row.');
    return session.id;
  }

  /**
   * Trades a refresh token for the next one and tells how it stood; it is issued only if the old one was good. One
   * statement, so that no crash can spend a token without giving another.
   */
  async rotate(
    hash: Buffer,
    next: Buffer,
    graceSeconds: number,
    lifetimeSeconds: number,
  ): Promise<UsedToken | undefined> {
    const rows = await this.database.query<UsedToken>(
      `WITH used AS (
         UPDATE refresh_tokens t SET replaced_at = coalesce(t.replaced_at, now())
         FROM sessions s WHERE t.hash = $1 AND s.id = t.session_id
         RETURNING s.id AS "sessionId", s.user_id AS "userId", s.ended_at IS NOT NULL AS ended,
           t.expires_at <= now() AS expired, t.replaced_at < now() - $2 * interval '1 second' AS reused
       ), good AS (
         SELECT "sessionId" AS id FROM used WHERE NOT ended AND NOT expired AND NOT reused
       ), touched AS (
         UPDATE sessions s SET last_used_at = now() FROM good WHERE s.id = good.id
       ), issued AS (
         INSERT INTO refresh_tokens (hash, session_id, expires_at)
         SELECT $3, id, now() + $4 * interval '1 second' FROM good
       )
       SELECT * FROM used`,
      [hash, graceSeconds, next, lifetimeSeconds],
    );
    return rows[0];
  }

  /** Whose session a refresh token belongs to. */
  async findOwner(hash: Buffer): Promise<{ sessionId: string; userId: string } | undefined> {
    const rows = await this.database.query<{ sessionId: string; userId: string }>(
      `SELECT s.id AS "sessionId", s.user_id AS "userId"
       FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.hash = $1`,
      [hash],
    );
    return rows[0];
  }

  /** Ends a session; returns whether it was still going. */
  async end(sessionId: string, userId: string): Promise<boolean> {
    const count = await this.database.execute(
      'UPDATE sessions SET ended_at = now() WHERE id = $1 AND user_id = $2 AND ended_at IS NULL',
      [sessionId, userId],
    );
    return count > 0;
  }

  /** Ends every session of a user but one; returns which. */
  async endOthers(userId: string, keepId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'UPDATE sessions SET ended_at = now() WHERE user_id = $1 AND id <> $2 AND ended_at IS NULL RETURNING id',
      [userId, keepId],
    );
    return rows.map(({ id }) => id);
  }

  async endAll(userId: string): Promise<void> {
    await this.database.execute('UPDATE sessions SET ended_at = now() WHERE user_id = $1 AND ended_at IS NULL', [
      userId,
    ]);
  }

  async findOpen(userId: string): Promise<SessionRow[]> {
    return this.database.query(
      `SELECT id, user_agent AS "userAgent", created_at AS "createdAt", last_used_at AS "lastUsedAt"
       FROM sessions s WHERE user_id = $1 AND ended_at IS NULL
         AND EXISTS (SELECT FROM refresh_tokens t WHERE t.session_id = s.id AND t.expires_at > now())
       ORDER BY last_used_at DESC`,
      [userId],
    );
  }

  async findEndedWithin(seconds: number): Promise<{ id: string; endedAt: Date }[]> {
    return this.database.query(
      `SELECT id, ended_at AS "endedAt" FROM sessions WHERE ended_at > now() - $1 * interval '1 second'
       UNION ALL
       SELECT id, ended_at FROM erased_sessions WHERE ended_at > now() - $1 * interval '1 second'`,
      [seconds],
    );
  }

  /** Takes away what no one can use any more: tokens that ended, and sessions without any. */
  async sweep(): Promise<void> {
    await this.database.execute(`DELETE FROM refresh_tokens WHERE expires_at < now() - interval '1 day'`);
    await this.database.execute(`
      DELETE FROM sessions s WHERE created_at < now() - interval '2 days'
        AND NOT EXISTS (SELECT FROM refresh_tokens t WHERE t.session_id = s.id)`);
  }
}
