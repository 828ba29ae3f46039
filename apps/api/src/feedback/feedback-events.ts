import { EventEmitter } from 'node:events';
import type { PushOf } from '@ieum/signaling-protocol';

/** What a member of the consult may know of its feedback changed; told after it was committed. */
export class FeedbackEvents extends EventEmitter<{
  changed: [userId: string, change: PushOf<'feedback:changed'>];
}> {}
