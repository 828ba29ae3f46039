import { type MentorProfile, MentorProfileInput, type MentorProfileResponse } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { MentorEvents } from './mentor-events';
import { MentorProfilesRepository } from './mentor-profiles.repository';

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
    this.events.emit('profile-changed', { userId });
    return this.profileOf(userId);
  }

  /** The operator's word; returns whether this e-mail has a mentor profile. */
  async setApproved(email: string, approved: boolean): Promise<boolean> {
    return this.repository.setApproved(email, approved);
  }
}
