import { EventEmitter } from 'node:events';

/** What a mentor offers changed; told after it was committed. */
export class MentorEvents extends EventEmitter<{ 'profile-changed': [{ userId: string }] }> {}
