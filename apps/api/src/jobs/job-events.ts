import { EventEmitter } from 'node:events';

/** How a try went; `returned`: this node ends, and another takes it. */
export type JobOutcome = 'done' | 'retried' | 'failed' | 'returned' | 'cancelled';

/** What was done by this node. Listeners must not throw. */
export class JobEvents extends EventEmitter<{ ended: [queue: string, outcome: JobOutcome, ms: number] }> {}
