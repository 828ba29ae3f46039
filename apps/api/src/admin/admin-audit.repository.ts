import type { AdminAction } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { PagePosition } from '../common/page-cursor';
import { Database } from '../database/database';

/** Whose data it was, or what was changed. */
export interface AuditTarget {
  readonly kind: 'person' | 'call' | 'question';
  readonly id: string;
}

export interface AuditRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly adminId: string;
  /** Another version of the server may know more of them. */
  readonly action: string;
  readonly targetKind: AuditTarget['kind'] | null;
  readonly targetId: string | null;
}

/** What admins looked at and changed. Rows are added and read, never changed. */
@Injectable()
export class AdminAuditRepository {
  constructor(private readonly database: Database) {}

  /** Adds a row, unless the same admin did the same within the last `quietMinutes`. */
  async add(adminId: string, action: AdminAction, target: AuditTarget | null, quietMinutes: number): Promise<void> {
    await this.database.execute(
      `INSERT INTO admin_audit (admin_id, action, target_kind, target_id)
       SELECT $1::uuid, $2::text, $3::text, $4::uuid
       WHERE NOT EXISTS (
         SELECT FROM admin_audit WHERE admin_id = $1::uuid AND action = $2::text
           AND target_id IS NOT DISTINCT FROM $4::uuid AND at > now() - $5 * interval '1 minute')`,
      [adminId, action, target?.kind ?? null, target?.id ?? null, quietMinutes],
    );
  }

  /** The newest first. */
  find(limit: number, after?: PagePosition): Promise<AuditRow[]> {
    const before = after ? 'WHERE (at, id) < ($2::timestamptz, $3::uuid)' : '';
    return this.database.query<AuditRow>(
      `SELECT id, at AS "createdAt", admin_id AS "adminId", action, target_kind AS "targetKind", target_id AS "targetId"
       FROM admin_audit ${before} ORDER BY at DESC, id DESC LIMIT $1`,
      after ? [limit, after.createdAt, after.id] : [limit],
    );
  }
}
