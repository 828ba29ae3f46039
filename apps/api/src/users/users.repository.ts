import type { AgeBand, Wants } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { PagePosition } from '../common/page-cursor';
import { violatedUniqueConstraint } from '../database/unique-violation';
import { UserEntity } from './user.entity';

export interface NewUser {
  readonly email: string;
  readonly nickname: string;
  readonly passwordHash: string;
  /** Under 14 nobody signs up by themselves. */
  readonly ageBand: Exclude<AgeBand, 'under-14'>;
  readonly wants: Wants;
}

export type UserChange = Partial<Pick<NewUser, 'nickname' | 'wants' | 'passwordHash'>>;

@Injectable()
export class UsersRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** `undefined` when the e-mail is taken. */
  async insert(user: NewUser): Promise<UserEntity | undefined> {
    try {
      return await this.users.save(this.users.create(user));
    } catch (error) {
      if (violatedUniqueConstraint(error) === 'users_email') return undefined;
      throw error;
    }
  }

  async findById(id: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ id });
  }

  async findByEmail(email: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ email });
  }

  async update(id: string, change: UserChange): Promise<void> {
    if (Object.keys(change).length > 0) await this.users.update({ id }, change);
  }

  async findByIds(ids: readonly string[]): Promise<UserEntity[]> {
    return this.users.findBy({ id: In([...ids]) });
  }

  /** People whose nickname has these letters in it or whose e-mail is just that, the newest first: none can be guessed. */
  async search(text: string, limit: number, after?: PagePosition): Promise<UserEntity[]> {
    const like = `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
    const found = this.users
      .createQueryBuilder('u')
      .where('(u.email = :email OR u.nickname ILIKE :like)', { email: text.trim().toLowerCase(), like })
      .orderBy({ 'u.created_at': 'DESC', 'u.id': 'DESC' })
      .limit(limit);
    if (after) found.andWhere('(u.created_at, u.id) < (:createdAt::timestamptz, :id::uuid)', after);
    return found.getMany();
  }

  /** Returns whose e-mail it is, or `undefined`. */
  async setAdmin(email: string, isAdmin: boolean): Promise<string | undefined> {
    const user = await this.findByEmail(email);
    if (user) await this.users.update({ id: user.id }, { isAdmin });
    return user?.id;
  }

  private get users() {
    return this.dataSource.getRepository(UserEntity);
  }
}
