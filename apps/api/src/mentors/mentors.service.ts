import { type MentorProfile, MentorProfileInput, type MentorProfileResponse } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { MentorEvents } from './mentor-events';
import { MentorProfilesRepository, type MentorStanding } from './mentor-profiles.repository';

export type { MentorStanding };

/** What decides which consults a mentor sees, and the line students see. */
export interface MentorAudience extends MentorProfile {
  readonly userId: string;
}

@Injectable()
export class MentorsService {
  constructor(
    private readonly repository: MentorProfilesRepository,
    private readonly events: MentorEvents,
  ) {}

  async audienceOf(userId: string): Promise<MentorAudience | null> {
    const profile = await this.repository.find(userId);
    if (!profile) return null;
    const { kinds, topics, languages, line } = MentorProfileInput.parse(profile);
    return { userId, kinds, topics, languages, line, approved: profile.approvedAt !== null };
  }

  async profileOf(userId: string): Promise<MentorProfileResponse> {
    const audience = await this.audienceOf(userId);
    if (!audience) return { profile: null };
    const { kinds, topics, languages, line, approved } = audience;
    return { profile: { kinds, topics, languages, line, approved } };
  }

  async saveProfile(userId: string, input: MentorProfileInput): Promise<MentorProfileResponse> {
    await this.repository.save({ userId, ...input });
    this.events.tell('profile-changed', { userId });
    return this.profileOf(userId);
  }

  /** The operator's word; returns whether this e-mail has a mentor profile. */
  async setApproved(email: string, approved: boolean): Promise<boolean> {
    return this.repository.setApproved(email, approved);
  }

  /** An admin's word, told to every node at once; returns whether this user has a mentor profile. */
  async setApprovedById(userId: string, approved: boolean): Promise<boolean> {
    const found = await this.repository.setApprovedById(userId, approved);
    if (found) this.events.tell('profile-changed', { userId });
    return found;
  }

  /** Of those of them who have a mentor profile. */
  async standingsOf(userIds: readonly string[]): Promise<ReadonlyMap<string, MentorStanding>> {
    const standings = userIds.length === 0 ? [] : await this.repository.standingsOf(userIds);
    return new Map(standings.map((standing) => [standing.userId, standing]));
  }

  /** Mentors without approval: first those on whom nobody has decided, the oldest first. */
  unapproved(limit: number): Promise<{ total: number; standings: MentorStanding[] }> {
    return this.repository.findUnapproved(limit);
  }
}
