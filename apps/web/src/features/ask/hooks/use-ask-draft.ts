import type { Language } from '@ieum/signaling-protocol';
import { useCallback, useState } from 'react';
import { clearDraft, newDraft, readDraft, writeDraft } from '../ask-draft';
import type { AskDraft } from '../ask-draft';

/** The draft of this tab: every change is kept at once, so that a reload or a crash loses nothing. */
export function useAskDraft(language: Language) {
  const [draft, setDraft] = useState(() => readDraft(sessionStorage) ?? newDraft(crypto.randomUUID(), language));
  const change = useCallback((next: AskDraft) => {
    writeDraft(sessionStorage, next);
    setDraft(next);
  }, []);
  const forget = useCallback(() => clearDraft(sessionStorage), []);
  return { draft, change, forget };
}
