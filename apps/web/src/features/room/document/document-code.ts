import { inspectorWorker, RoomDocument, WorkerInspector } from '@ieum/room-document';
import { browserPlatform } from '@ieum/webrtc-client';
import { apiRequest } from '../../../shared/lib/api-client';
import { documentStore } from '../session/room-storage';
import type { ToolRoom } from '../tools/tool';
import { consultDocument } from './consult-document';
import { indexedDbDevice } from './device-copy';
import { SharedDocument } from './shared-document';
import { tabDevice } from './tab-device';
import inspectorUrl from './update-inspector.worker?worker&url';

/** In a thread of its own: what the other side sends must never hold up the call. */
const createWorker = () => inspectorWorker(new Worker(inspectorUrl, { type: 'module' }));

/** The thread's code comes with the rest: by the time it begins, the server may be away. */
export async function fetchInspector(): Promise<void> {
  const answer = await fetch(inspectorUrl);
  if (!answer.ok) throw new Error(`the inspector was not there: ${answer.status}`);
  await answer.arrayBuffer();
}

/** A page that is hidden may never be shown again, and is told nothing more on phones. */
function onLeaving(listener: () => void): () => void {
  const hidden = () => document.visibilityState === 'hidden' && listener();
  window.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('pagehide', listener);
    document.removeEventListener('visibilitychange', hidden);
  };
}

/** The document of a room, with the browser's own parts. */
export function createDocument(room: ToolRoom): SharedDocument {
  const { clock } = browserPlatform();
  return new SharedDocument({
    document: new RoomDocument({
      inspector: new WorkerInspector({ createWorker, clock }),
      clock,
      onRefused: (reason) => reportError(new Error(`document: not taken, ${reason}`)),
    }),
    ...(room.kind === 'counselling'
      ? { device: tabDevice({ store: documentStore(room.id), clock, onLeaving }), server: null }
      : { device: indexedDbDevice(room.id, clock), server: consultDocument(room.id, apiRequest) }),
    clock,
    onLeaving,
    onError: (error) => reportError(error),
  });
}
