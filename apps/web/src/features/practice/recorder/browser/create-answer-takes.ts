import { browserPlatform } from '@ieum/webrtc-client';
import { holdTab } from '../../../../shared/lib/hold-tab';
import { AnswerTakes } from '../answer-takes';
import { IndexedDbSliceStore } from '../indexed-db-slice-store';
import { sha256Of } from '../slice-digest';
import { browserLocks } from '../tab-locks';
import { apiRecordingServer } from './api-recording-server';

function onOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  return () => window.removeEventListener('online', listener);
}

/** The takes of one user, on this device and at the server. */
export const createAnswerTakes = (userId: string): AnswerTakes =>
  new AnswerTakes({
    store: new IndexedDbSliceStore(userId),
    server: apiRecordingServer(userId),
    locks: browserLocks(),
    hash: (bytes) => sha256Of(bytes),
    clock: browserPlatform().clock,
    random: Math.random,
    onOnline,
    hold: () => holdTab(async () => false),
    newId: () => crypto.randomUUID(),
    wallClock: Date.now,
    onError: (error) => reportError(error),
  });
