import { AdminAction, type AdminAudit, type AdminAuditEntry, type AdminAuditQuery } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../common/page-cursor';
import { UsersService } from '../users/users.service';
import { AdminAuditRepository, type AuditRow, type AuditTarget } from './admin-audit.repository';

/** A page that is open asks every few seconds: for so long that is one look. */
const ONE_LOOK_MINUTES = 10;

/** Who looked at what, and who changed it. Written down before the answer goes out: no row, no answer. */
@Injectable()
export class AdminAuditService {
  constructor(
    private readonly repository: AdminAuditRepository,
    private readonly users: UsersService,
  ) {}

  /** Something that is done once: each time is a row. */
  did(adminId: string, action: AdminAction, personId?: string): Promise<void> {
    const target: AuditTarget | null = personId === undefined ? null : { kind: 'person', id: personId };
    return this.repository.add(adminId, action, target, 0);
  }

  didToQuestion(adminId: string, action: AdminAction, questionId: string): Promise<void> {
    return this.repository.add(adminId, action, { kind: 'question', id: questionId }, 0);
  }

  /** Something that a page shows for as long as it is open. */
  looksAt(adminId: string, action: AdminAction, callId?: string): Promise<void> {
    const target: AuditTarget | null = callId === undefined ? null : { kind: 'call', id: callId };
    return this.repository.add(adminId, action, target, ONE_LOOK_MINUTES);
  }

  async list({ limit, cursor }: AdminAuditQuery): Promise<AdminAudit> {
    const rows = await this.repository.find(limit + 1, cursor === undefined ? undefined : decodeCursor(cursor));
    const page = rows.slice(0, limit);
    const people = page.flatMap(({ adminId, targetKind, targetId }) => [
      ...(adminId ? [adminId] : []),
      ...(targetKind === 'person' && targetId ? [targetId] : []),
    ]);
    const known = await this.users.findByIds([...new Set(people)]);
    const nicknames = new Map(known.map(({ id, nickname }) => [id, nickname]));
    const last = page.at(-1);
    return {
      items: page.map((row) => toEntry(row, nicknames)),
      nextCursor: rows.length > limit && last ? encodeCursor(last) : null,
    };
  }
}

function toEntry(row: AuditRow, nicknames: ReadonlyMap<string, string>): AdminAuditEntry {
  const { id, createdAt, adminId, action, targetKind, targetId } = row;
  const known = AdminAction.safeParse(action);
  return {
    id,
    at: createdAt.toISOString(),
    admin: (adminId && nicknames.get(adminId)) ?? null,
    action: known.success ? known.data : 'other',
    target:
      targetKind && targetId ? { kind: targetKind, id: targetId, nickname: nicknames.get(targetId) ?? null } : null,
  };
}
