import type { Feedback } from '@ieum/signaling-protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useAutosave } from '../../../shared/autosave/use-autosave';
import { toRequest } from '../draft-content';
import { cachingCalls } from '../feedback-cache';
import { loadFeedback, saveFeedback } from '../feedback-queries';
import { draftThing, keptDraft } from '../saved-draft';

/** The autosaved draft of one consult. It starts from what the server has, and saves what is left when the page goes. */
export function useDraftAutosave(consultId: string, stored: Feedback | null) {
  const client = useQueryClient();
  return useAutosave(
    () => ({
      ...draftThing,
      ...cachingCalls(client, {
        save: (content, version) => saveFeedback(consultId, toRequest(content, version)),
        load: () => loadFeedback(consultId),
      }),
      staleCodes: ['feedback/stale-version'],
      keep: keptDraft(consultId),
    }),
    stored,
  );
}
