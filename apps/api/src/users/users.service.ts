import type { Role, UpdateUserRequest, User, Wants } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import type { PagePosition } from '../common/page-cursor';
import type { UserEntity } from './user.entity';
import { type NewUser, UsersRepository } from './users.repository';

export type { NewUser };

const ROLES: Readonly<Record<Wants, readonly Role[]>> = {
  'get-help': ['student'],
  'help-others': ['mentor'],
  both: ['student', 'mentor'],
};

/** A user as other modules know them. */
export interface UserRecord extends User {
  readonly passwordHash: string;
}

@Injectable()
export class UsersService {
  constructor(private readonly repository: UsersRepository) {}

  async create(user: NewUser): Promise<UserRecord> {
    const created = await this.repository.insert(user);
    if (!created) throw new DomainError('auth/email-taken', 'An account with this e-mail exists.');
    return toRecord(created);
  }

  /** @throws DomainError `auth/unauthenticated` when the account is gone */
  async findById(id: string): Promise<UserRecord> {
    const user = await this.repository.findById(id);
    if (!user) throw new DomainError('auth/unauthenticated', 'This account does not exist any more.');
    return toRecord(user);
  }

  async findByEmail(email: string): Promise<UserRecord | undefined> {
    const user = await this.repository.findByEmail(email);
    return user ? toRecord(user) : undefined;
  }

  /** Those of them who still exist, in no order. */
  async findByIds(ids: readonly string[]): Promise<UserRecord[]> {
    return ids.length === 0 ? [] : (await this.repository.findByIds(ids)).map(toRecord);
  }

  /** People whose e-mail or nickname has these letters in it, the newest first. */
  async search(text: string, limit: number, after?: PagePosition): Promise<UserRecord[]> {
    return (await this.repository.search(text, limit, after)).map(toRecord);
  }

  async update(id: string, { nickname, wants }: UpdateUserRequest): Promise<UserRecord> {
    await this.repository.update(id, { ...(nickname ? { nickname } : {}), ...(wants ? { wants } : {}) });
    return this.findById(id);
  }

  async setPasswordHash(id: string, passwordHash: string): Promise<void> {
    await this.repository.update(id, { passwordHash });
  }

  /** The operator's word; returns whose e-mail it is, or `undefined`. */
  async setAdmin(email: string, admin: boolean): Promise<string | undefined> {
    return this.repository.setAdmin(email.trim().toLowerCase(), admin);
  }
}

/** The user as they may see themselves. */
export function toUser({ id, email, nickname, ageBand, roles, createdAt }: UserRecord): User {
  return { id, email, nickname, ageBand, roles, createdAt };
}

function toRecord(user: UserEntity): UserRecord {
  return {
    id: user.id,
    email: user.email,
    nickname: user.nickname,
    ageBand: user.ageBand,
    roles: [...ROLES[user.wants], ...(user.isAdmin ? (['admin'] as const) : [])],
    createdAt: user.createdAt.toISOString(),
    passwordHash: user.passwordHash,
  };
}
