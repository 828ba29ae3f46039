import type { Feedback } from '@ieum/signaling-protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../../../shared/lib/api-error';
import { DraftAutosave } from '../draft-autosave';
import { cachingCalls } from '../feedback-cache';
import { loadFeedback, saveFeedback } from '../feedback-queries';
import { keptDraftStore } from '../kept-draft-store';

/** Failures that say nothing about the draft: the network, a server that is down or busy. */
const PASSING = new Set<string>([
  'network/offline',
  'network/bad-answer',
  'server/unavailable',
  'request/rate-limited',
  'auth/token-expired',
  'auth/unauthenticated',
]);

/** The autosaved draft of one consult. It starts from what the server has, and saves what is left when the page goes. */
export function useDraftAutosave(consultId: string, stored: Feedback | null) {
  const client = useQueryClient();
  const [autosave] = useState(
    () =>
      new DraftAutosave(
        {
          ...cachingCalls(client, {
            save: (request) => saveFeedback(consultId, request),
            load: () => loadFeedback(consultId),
          }),
          codeOf: (error) => {
            if (error instanceof ApiError) return PASSING.has(error.code) ? null : error.code;
            reportError(error);
            return null;
          },
          keep: keptDraftStore(consultId),
          setTimer: (run, ms) => {
            const timer = setTimeout(run, ms);
            return () => clearTimeout(timer);
          },
        },
        stored,
      ),
  );
  const snapshot = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot);
  useEffect(() => {
    autosave.start();
    window.addEventListener('online', autosave.retryNow);
    return () => {
      window.removeEventListener('online', autosave.retryNow);
      autosave.stop();
    };
  }, [autosave]);
  return { autosave, snapshot };
}
