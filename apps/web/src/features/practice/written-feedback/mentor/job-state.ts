import type { FeedbackJobCard } from '@ieum/api-contract';

/**
 * How a request stands towards a mentor. `free`: whoever comes first has it. `lost`: their claim ran out, and nobody else has it.
 * `returned`: they gave it back. `taken`: somebody else has it.
 */
export type JobState = 'free' | 'held' | 'lost' | 'returned' | 'taken' | 'answered' | 'closed';

export function jobState({ status, mine }: Pick<FeedbackJobCard, 'status' | 'mine'>, begun = false): JobState {
  if (status === 'answered') return mine ? 'answered' : 'closed';
  if (status === 'withdrawn') return 'closed';
  if (status === 'claimed') return mine ? 'held' : 'taken';
  if (mine) return 'lost';
  return begun ? 'returned' : 'free';
}
