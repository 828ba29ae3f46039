import { z } from 'zod';

/** The four kinds of help. */
export const KINDS = ['tutoring', 'speaking', 'career', 'counselling'] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** What one can ask about, by kind. A topic belongs to exactly one kind. */
export const TOPICS_BY_KIND = {
  tutoring: ['math', 'korean', 'english', 'science', 'social-studies', 'coding', 'other-subject'],
  speaking: ['opic', 'daily-talk', 'interview-english', 'presentation', 'pronunciation'],
  career: ['choosing-a-major', 'university-entry', 'first-job', 'portfolio', 'working-life'],
  counselling: ['school-life', 'friends', 'family', 'mood', 'self-harm-thoughts', 'something-else'],
} as const satisfies Record<Kind, readonly string[]>;

export const TOPICS = Object.values(TOPICS_BY_KIND).flat();
export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;

/** Whether `topic` is one of `kind`'s topics. */
export function topicBelongsTo(topic: Topic, kind: Kind): boolean {
  return (TOPICS_BY_KIND[kind] as readonly Topic[]).includes(topic);
}

/** Languages a consult is held in (ISO 639-1). */
export const LANGUAGES = ['ko', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/**
 * What a student's check of their devices came to, in one word: all is well; no camera; no microphone; or calls that
 * need a relay will not connect. Nothing else of a device is ever sent.
 */
export const READINESS = ['ready', 'voice-only', 'listen-only', 'relay-failing'] as const;
export const Readiness = z.enum(READINESS);
export type Readiness = z.infer<typeof Readiness>;

export const CONSULT_STATUSES = ['waiting', 'matched', 'live', 'ended', 'cancelled', 'expired'] as const;
export const ConsultStatus = z.enum(CONSULT_STATUSES);
export type ConsultStatus = z.infer<typeof ConsultStatus>;

/**
 * What of the service can be less well than it could. `other-nodes`: its nodes do not hear each other, and each goes on
 * by itself and by the database. `relay`: calls that need one may not connect.
 */
export const DEGRADED_PARTS = ['other-nodes', 'relay'] as const;
export const DegradedPart = z.enum(DEGRADED_PARTS);
export type DegradedPart = z.infer<typeof DegradedPart>;

/** The two sides of a consult. */
export const ConsultRole = z.enum(['student', 'mentor']);
export type ConsultRole = z.infer<typeof ConsultRole>;
