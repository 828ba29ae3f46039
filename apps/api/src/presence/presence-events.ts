import { EventEmitter } from 'node:events';

/** A user's first connection to this node was made. */
export class PresenceEvents extends EventEmitter<{ online: [userId: string] }> {}
