import type { AdminEmail, AdminMentors, AdminPeople, AdminPeopleQuery, AdminPerson } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error';
import { decodeCursor, encodeCursor } from '../common/page-cursor';
import { type MentorStanding, MentorsService } from '../mentors/mentors.service';
import { type UserRecord, UsersService } from '../users/users.service';
import { maskEmail } from './mask-email';

const MENTORS_MAX = 100;

/** People as an admin may see them: an allow-list, without anything that they wrote to each other. */
@Injectable()
export class AdminPeopleService {
  constructor(
    private readonly users: UsersService,
    private readonly mentors: MentorsService,
  ) {}

  async search({ query, limit, cursor }: AdminPeopleQuery): Promise<AdminPeople> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const found = await this.users.search(query, limit + 1, after);
    const page = found.slice(0, limit);
    const standings = await this.mentors.standingsOf(page.map(({ id }) => id));
    const last = page.at(-1);
    return {
      items: page.map((user) => toPerson(user, standings.get(user.id))),
      nextCursor:
        found.length > limit && last ? encodeCursor({ id: last.id, createdAt: new Date(last.createdAt) }) : null,
    };
  }

  /** Mentors without approval: first those on whom nobody has decided. */
  async unapproved(): Promise<AdminMentors> {
    const { total, standings } = await this.mentors.unapproved(MENTORS_MAX);
    const users = await this.users.findByIds(standings.map(({ userId }) => userId));
    const byId = new Map(users.map((user) => [user.id, user]));
    return {
      total,
      items: standings.flatMap((standing) => {
        const user = byId.get(standing.userId);
        if (!user) return [];
        const { kinds, topics, languages, line } = standing;
        return [{ ...toPerson(user, standing), kinds, topics, languages, line }];
      }),
    };
  }

  async person(userId: string): Promise<AdminPerson> {
    const [[user], standings] = await Promise.all([this.users.findByIds([userId]), this.mentors.standingsOf([userId])]);
    if (!user) throw nobody();
    return toPerson(user, standings.get(userId));
  }

  async email(userId: string): Promise<AdminEmail> {
    const [user] = await this.users.findByIds([userId]);
    if (!user) throw nobody();
    return { email: user.email };
  }

  async setApproved(userId: string, approved: boolean): Promise<AdminPerson> {
    if (!(await this.mentors.setApprovedById(userId, approved))) throw nobody();
    return this.person(userId);
  }
}

function toPerson(user: UserRecord, standing: MentorStanding | undefined): AdminPerson {
  const { id, nickname, email, ageBand, roles, createdAt } = user;
  return {
    id,
    nickname,
    maskedEmail: maskEmail(email),
    ageBand,
    roles,
    createdAt,
    approval: standing?.approval ?? null,
  };
}

const nobody = () =>
  new DomainError('request/not-found', 'There is nobody with this id, or no mentor profile of theirs.');
