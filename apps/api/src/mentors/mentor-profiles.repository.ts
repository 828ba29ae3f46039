import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MentorProfileEntity } from './mentor-profile.entity';

export type ProfileWords = Pick<MentorProfileEntity, 'userId' | 'kinds' | 'topics' | 'languages' | 'line'>;

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

  /** Returns whether there is a profile to approve. */
  async setApproved(email: string, approved: boolean): Promise<boolean> {
    const [, count]: [unknown[], number] = await this.dataSource.query(
      `UPDATE mentor_profiles p SET approved_at = CASE WHEN $2 THEN coalesce(p.approved_at, now()) END, approval_changed_at = now()
       FROM users u WHERE u.id = p.user_id AND u.email = $1`,
      [email.trim().toLowerCase(), approved],
    );
    return count > 0;
  }

  /** Mentors whose approval was given or taken back within this time, by whatever process. */
  async findApprovalsChangedWithin(seconds: number): Promise<{ userId: string; changedAt: Date }[]> {
    return this.dataSource.query(
      `SELECT user_id AS "userId", approval_changed_at AS "changedAt" FROM mentor_profiles
       WHERE approval_changed_at > now() - $1 * interval '1 second'`,
      [seconds],
    );
  }

  private get profiles() {
    return this.dataSource.getRepository(MentorProfileEntity);
  }
}
