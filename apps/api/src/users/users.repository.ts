import type { AgeBand, Wants } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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

  private get users() {
    return this.dataSource.getRepository(UserEntity);
  }
}
