import { DrawQuestionRequest } from '@ieum/api-contract';
import type { QuestionTopic } from '@ieum/api-contract';
import { readStored } from './stored-value';
import type { KeyValueStorage } from './stored-value';

/** What the next question shall be about, and ask for; what is left out may be any. */
export type Narrowing = DrawQuestionRequest;

const KEY = 'ieum.practice.narrowing';

export const isNarrowed = ({ topic, type }: Narrowing): boolean => topic !== undefined || type !== undefined;

/** What this tab draws from. A topic that the learner practises no more narrows nothing. */
export function readNarrowing(storage: KeyValueStorage, topics: readonly QuestionTopic[]): Narrowing {
  const { topic, type } = readStored(storage, KEY, DrawQuestionRequest) ?? {};
  return {
    ...(topic !== undefined && topics.includes(topic) ? { topic } : {}),
    ...(type === undefined ? {} : { type }),
  };
}

export function writeNarrowing(storage: KeyValueStorage, narrowing: Narrowing): void {
  storage.setItem(KEY, JSON.stringify(narrowing));
}
