import { EventEmitter } from 'node:events';

/** A session was ended: by logging out, by its owner elsewhere, or because a stolen refresh token showed up. */
export class SessionEvents extends EventEmitter<{ ended: [{ sessionId: string; userId: string }] }> {}
