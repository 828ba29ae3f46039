import type { MentorProfileInput } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MentorProfileEntity } from './mentor-profile.entity';

export type ProfileWords = Pick<MentorProfileEntity, 'userId' | 'kinds' | 'topics' | 'languages' | 'line'>;

/** What a mentor offers, and what the operator said to it. */
export interface MentorStanding {
  readonly userId: string;
  readonly kinds: MentorProfileInput['kinds'];
  readonly topics: MentorProfileInput['topics'];
  readonly languages: MentorProfileInput['languages'];
  readonly line: string;
  /** `open`: nobody has decided yet. */
  readonly approval: 'open' | 'approved' | 'revoked';
}

const STANDINGS = `
  SELECT user_id AS "userId", kinds, topics, languages, line,
    CASE WHEN approved_at IS NOT NULL THEN 'approved' WHEN approval_changed_at IS NULL THEN 'open' ELSE 'revoked' END
      AS approval
  FROM mentor_profiles`;

@Injectable()
export class MentorProfilesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(userId: string): Promise<MentorProfileEntity | null> {
    return this.profiles.findOneBy({ userId });
  }

  /** Writes what the mentor says of themselves; approval is not theirs to write. */
  async save(profile: ProfileWords): Promise<void> {
    await this.profiles.upsert({ ...profile, updatedAt: new Date() }, ['userId']);
  }

  async setApprovedById(userId: string, approved: boolean): Promise<boolean> {
    return this.approve('$1::uuid', userId, approved);
  }

  async standingsOf(userIds: readonly string[]): Promise<MentorStanding[]> {
    return this.dataSource.query(`${STANDINGS} WHERE user_id = ANY ($1)`, [userIds]);
  }

  /** Mentors without approval: first those on whom nobody has decided, the oldest first. */
  async findUnapproved(limit: number): Promise<{ total: number; standings: MentorStanding[] }> {
    const standings: MentorStanding[] = await this.dataSource.query(
      `${STANDINGS} WHERE approved_at IS NULL
       ORDER BY approval_changed_at IS NOT NULL, approval_changed_at DESC, updated_at, user_id LIMIT $1`,
      [limit],
    );
    const [counted]: { total: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS total FROM mentor_profiles WHERE approved_at IS NULL',
    );
    return { total: counted?.total ?? 0, standings };
  }

  /** Returns whether there is a profile to approve. */
  async setApproved(email: string, approved: boolean): Promise<boolean> {
    return this.approve('(SELECT id FROM users WHERE email = $1)', email.trim().toLowerCase(), approved);
  }

  /** Mentors whose approval was given or taken back within this time, by whatever process. */
  async findApprovalsChangedWithin(seconds: number): Promise<{ userId: string; changedAt: Date }[]> {
    return this.dataSource.query(
      `SELECT user_id AS "userId", approval_changed_at AS "changedAt" FROM mentor_profiles
       WHERE approval_changed_at > now() - $1 * interval '1 second'`,
      [seconds],
    );
  }

  /** `whose` is SQL for the user's id, from the parameter `$1`. */
  private async approve(whose: string, parameter: string, approved: boolean): Promise<boolean> {
    const [, count]: [unknown[], number] = await this.dataSource.query(
      `UPDATE mentor_profiles
       SET approved_at = CASE WHEN $2 THEN coalesce(approved_at, now()) END, approval_changed_at = now()
       WHERE user_id = ${whose}`,
      [parameter, approved],
    );
    return count > 0;
  }

  private get profiles() {
    return this.dataSource.getRepository(MentorProfileEntity);
  }
}
