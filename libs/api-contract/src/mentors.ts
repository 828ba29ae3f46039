import { Kind, Language, Topic, topicBelongsTo } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { line } from './text';

const unique = <T>(values: readonly T[]) => new Set(values).size === values.length;

/** What a mentor offers; the live list shows exactly the consults that fit it. */
export const MentorProfileInput = z
  .object({
    kinds: z.array(Kind).min(1).refine(unique),
    topics: z.array(Topic).min(1).refine(unique),
    languages: z.array(Language).min(1).refine(unique),
    /** A line about themselves, shown to the student once they are matched. */
    line: line(0, 140),
  })
  .refine((profile) => profile.topics.every((topic) => profile.kinds.some((kind) => topicBelongsTo(topic, kind))), {
    path: ['topics'],
  });
export type MentorProfileInput = z.infer<typeof MentorProfileInput>;

export const MentorProfile = z.object({
  kinds: z.array(Kind),
  topics: z.array(Topic),
  languages: z.array(Language),
  line: z.string(),
  /** Approved by the operator: needed for counselling and for requests of minors. */
  approved: z.boolean(),
});
export type MentorProfile = z.infer<typeof MentorProfile>;

export const MentorProfileResponse = z.object({ profile: MentorProfile.nullable() });
export type MentorProfileResponse = z.infer<typeof MentorProfileResponse>;

/** Volunteer time recorded by the server: the time in which both sides were in the room. */
export const VolunteerHours = z.object({
  totalSeconds: z.number().int().nonnegative(),
  consults: z.number().int().nonnegative(),
});
export type VolunteerHours = z.infer<typeof VolunteerHours>;
