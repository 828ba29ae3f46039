import { KeptDraft } from './draft-content';
import type { DraftAutosaveOptions } from './draft-autosave';

/** Keeps an unsaved draft on this device, one a consult; a broken one counts as none. */
export function keptDraftStore(consultId: string): DraftAutosaveOptions['keep'] {
  const key = `ieum.feedback-draft.${consultId}`;
  return {
    read: () => {
      const stored = localStorage.getItem(key);
      if (stored === null) return null;
      try {
        const parsed = KeptDraft.safeParse(JSON.parse(stored));
        return parsed.success ? parsed.data : null;
      } catch (error) {
        if (error instanceof SyntaxError) return null;
        throw error;
      }
    },
    write: (draft) => localStorage.setItem(key, JSON.stringify(draft)),
    clear: () => localStorage.removeItem(key),
  };
}
