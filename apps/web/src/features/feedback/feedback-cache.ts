import type { Feedback } from '@ieum/signaling-protocol';
import type { QueryClient } from '@tanstack/react-query';
import type { SavedDraft } from './saved-draft';

/** `not-ready`: the mentor has not sent it yet. `deleted`: the student had it erased. */
export type FeedbackAnswer = Feedback | 'not-ready' | 'deleted';

export const feedbackKey = (consultId: string) => ['feedback', consultId] as const;

/** Of two answers about one feedback the newer one, whatever order they arrived in. */
export function newerFeedback(known: FeedbackAnswer | undefined, arrived: FeedbackAnswer): FeedbackAnswer {
  if (known === 'deleted') return known;
  // What was there once does not become unwritten: such an answer is older.
  if (arrived === 'not-ready') return known ?? arrived;
  if (typeof known !== 'object' || typeof arrived !== 'object') return arrived;
  return known.version > arrived.version ? known : arrived;
}

/** Puts a feedback that an answer brought into the cache. */
export function receiveFeedback(client: QueryClient, feedback: Feedback): void {
  client.setQueryData<FeedbackAnswer>(feedbackKey(feedback.consultId), (known) => newerFeedback(known, feedback));
}

type Calls = Pick<SavedDraft, 'save' | 'load'>;

/** Calls whose answers go into the cache: whoever leaves the form and returns starts from what the server has. */
export function cachingCalls(client: QueryClient, { save, load }: Calls): Calls {
  const received = <Answer extends Feedback | null>(feedback: Answer): Answer => {
    if (feedback) receiveFeedback(client, feedback);
    return feedback;
  };
  return {
    save: async (content, version) => received(await save(content, version)),
    load: async () => received(await load()),
  };
}
