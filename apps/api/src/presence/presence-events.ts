import { EventEmitter } from 'node:events';

/** `online`: a user's first connection to this node was made. `connected`: a user has one more, on whatever node. */
export class PresenceEvents extends EventEmitter<{ online: [userId: string]; connected: [userId: string] }> {}
