import { MentorProfileInput } from '@ieum/api-contract';
import type { MentorProfile } from '@ieum/api-contract';
import { KINDS, TOPICS_BY_KIND } from '@ieum/signaling-protocol';
import type { Kind, Language, Topic } from '@ieum/signaling-protocol';

export interface MentorDraft {
  readonly kinds: readonly Kind[];
  readonly topics: readonly Topic[];
  readonly languages: readonly Language[];
  readonly line: string;
}

export type MentorField = keyof MentorDraft;

const FIELDS = ['kinds', 'topics', 'languages', 'line'] as const satisfies readonly MentorField[];

export const draftOf = (profile: MentorProfile | null, language: Language): MentorDraft =>
  profile ?? { kinds: [], topics: [], languages: [language], line: '' };

const toggled = <T>(values: readonly T[], value: T, on: boolean): readonly T[] =>
  on ? [...new Set([...values, value])] : values.filter((other) => other !== value);

/** A kind chosen brings all its topics along, a kind given up takes them away: few clicks for the common case. */
export function withKind(draft: MentorDraft, kind: Kind, on: boolean): MentorDraft {
  const own: readonly Topic[] = TOPICS_BY_KIND[kind];
  const others = draft.topics.filter((topic) => !own.includes(topic));
  const kinds = toggled(draft.kinds, kind, on);
  return { ...draft, kinds: KINDS.filter((known) => kinds.includes(known)), topics: on ? [...others, ...own] : others };
}

export const withTopic = (draft: MentorDraft, topic: Topic, on: boolean): MentorDraft => ({
  ...draft,
  topics: toggled(draft.topics, topic, on),
});

export const withLanguage = (draft: MentorDraft, language: Language, on: boolean): MentorDraft => ({
  ...draft,
  languages: toggled(draft.languages, language, on),
});

export type CheckedDraft =
  | { readonly ok: true; readonly profile: MentorProfileInput }
  | { readonly ok: false; readonly problems: ReadonlySet<MentorField> };

/** What the contract says about it. A chosen kind without any topic is a slip, so it counts as one. */
export function checkDraft(draft: MentorDraft): CheckedDraft {
  const parsed = MentorProfileInput.safeParse(draft);
  const fields = new Set(parsed.error?.issues.map(({ path }) => path[0]) ?? []);
  const bare = draft.kinds.some((kind) => !TOPICS_BY_KIND[kind].some((topic: Topic) => draft.topics.includes(topic)));
  const problems = new Set<MentorField>(FIELDS.filter((field) => fields.has(field)));
  if (bare) problems.add('topics');
  return parsed.success && problems.size === 0 ? { ok: true, profile: parsed.data } : { ok: false, problems };
}
