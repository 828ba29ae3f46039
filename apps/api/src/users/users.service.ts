import type { Role, UpdateUserRequest, User, Wants } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
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

  async update(id: string, { nickname, wants }: UpdateUserRequest): Promise<UserRecord> {
    await this.repository.update(id, { ...(nickname ? { nickname } : {}), ...(wants ? { wants } : {}) });
    return this.findById(id);
  }

  async setPasswordHash(id: string, passwordHash: string): Promise<void> {
    await this.repository.update(id, { passwordHash });
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
    roles: [...ROLES[user.wants]],
    createdAt: user.createdAt.toISOString(),
    passwordHash: user.passwordHash,
  };
}
