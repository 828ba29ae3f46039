import { randomInt, randomUUID } from 'node:crypto';
import type { AgeBand, MentorProfileInput, Wants } from '@ieum/api-contract';
import { KINDS, LANGUAGES, TOPICS } from '@ieum/signaling-protocol';

export const PASSWORD = 'paper-boat-on-the-han-river';

export interface Account {
  readonly nickname?: string;
  readonly ageBand?: AgeBand;
  readonly wants?: Wants;
  /** Mentors: what they offer; everything by default. */
  readonly profile?: Partial<MentorProfileInput>;
}

/** Somebody whom nobody has met yet. */
export const newcomer = () => ({ nickname: `Person ${randomInt(1e5, 1e6)}`, email: `${randomUUID()}@example.org` });

export const profileOf = ({ profile }: Account): MentorProfileInput => ({
  kinds: [...KINDS],
  topics: [...TOPICS],
  languages: [...LANGUAGES],
  line: 'Glad to help',
  ...profile,
});
