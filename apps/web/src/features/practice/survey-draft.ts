import { QUESTION_TOPICS, QuestionTopic, Survey } from '@ieum/api-contract';
import { z } from 'zod';
import { readStored } from './stored-value';
import type { KeyValueStorage } from './stored-value';

const SurveyDraft = z.object({ topics: z.array(QuestionTopic), level: Survey.shape.level.nullable() });
/** A survey being answered. */
export type SurveyDraft = z.infer<typeof SurveyDraft>;

export type SurveyProblem = 'topics' | 'level';

const KEY = 'ieum.practice.survey';

export const draftOf = (survey: Survey | null): SurveyDraft => survey ?? { topics: [], level: null };

/** Topics stay in the order in which they are shown. */
export function withTopic(draft: SurveyDraft, topic: QuestionTopic, chosen: boolean): SurveyDraft {
  return {
    ...draft,
    topics: QUESTION_TOPICS.filter((other) => (other === topic ? chosen : draft.topics.includes(other))),
  };
}

export const withAllTopics = (draft: SurveyDraft, chosen: boolean): SurveyDraft => ({
  ...draft,
  topics: chosen ? [...QUESTION_TOPICS] : [],
});

/** Whether it says something else than what is saved. */
export function isChanged(draft: SurveyDraft, survey: Survey | null): boolean {
  const saved = draftOf(survey);
  const sorted = ({ topics }: SurveyDraft) => topics.toSorted().join(' ');
  return draft.level !== saved.level || sorted(draft) !== sorted(saved);
}

/** What the server will take, or what is missing, in the order of the form. */
export function checkDraft(draft: SurveyDraft): { survey: Survey } | { problems: SurveyProblem[] } {
  const parsed = Survey.safeParse(draft);
  if (parsed.success) return { survey: parsed.data };
  return {
    problems: [
      ...(draft.topics.length === 0 ? ['topics' as const] : []),
      ...(draft.level === null ? ['level' as const] : []),
    ],
  };
}

/** What this tab was left with before it was saved. */
export const readDraft = (storage: KeyValueStorage): SurveyDraft | null => readStored(storage, KEY, SurveyDraft);

export const writeDraft = (storage: KeyValueStorage, draft: SurveyDraft): void =>
  storage.setItem(KEY, JSON.stringify(draft));

export const clearDraft = (storage: KeyValueStorage): void => storage.removeItem(KEY);
