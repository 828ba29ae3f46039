import type { Survey } from '@ieum/api-contract';
import { useCallback, useState } from 'react';
import { clearDraft, draftOf, isChanged, readDraft, writeDraft } from '../survey-draft';
import type { SurveyDraft } from '../survey-draft';

/** The answers of this tab: kept at every change, so that going back or a reload loses none, until they are saved. */
export function useSurveyDraft(survey: Survey | null) {
  const [draft, setDraft] = useState(() => readDraft(sessionStorage) ?? draftOf(survey));
  const change = useCallback((next: SurveyDraft) => {
    writeDraft(sessionStorage, next);
    setDraft(next);
  }, []);
  const discard = useCallback(() => {
    clearDraft(sessionStorage);
    setDraft(draftOf(survey));
  }, [survey]);
  const forget = useCallback(() => clearDraft(sessionStorage), []);
  return { draft, changed: isChanged(draft, survey), change, discard, forget };
}
