import { EventEmitter } from 'node:events';
import type { PushOf } from '@ieum/signaling-protocol';

/** What the live list has to say: a frame for everybody on a view, or a new count of mentors for a waiting student. */
export class LiveListEvents extends EventEmitter<{
  frame: [viewKey: string, frame: PushOf<'list:changed'>];
  mentors: [studentId: string, count: PushOf<'waiting:mentors'>];
}> {}
