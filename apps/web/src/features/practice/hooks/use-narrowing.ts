import type { QuestionTopic } from '@ieum/api-contract';
import { useCallback, useState } from 'react';
import { readNarrowing, writeNarrowing } from '../narrowing';
import type { Narrowing } from '../narrowing';

/** What this tab draws its questions from. */
export function useNarrowing(topics: readonly QuestionTopic[]) {
  const [narrowing, setNarrowing] = useState(() => readNarrowing(sessionStorage, topics));
  const narrow = useCallback((next: Narrowing) => {
    writeNarrowing(sessionStorage, next);
    setNarrowing(next);
  }, []);
  return { narrowing, narrow };
}
