import type { Consult } from '@ieum/signaling-protocol';
import { useEffect } from 'react';
import { holdPage } from '../shared/lib/hold-page';
import { useRealtime } from '../shared/realtime/realtime-provider';
import { loadRoom } from './room-code';
import type { RoomCode } from './room-code';

/** After what the page itself needs. */
const AFTER_MS = 500;

/** Calls `then` once the room's code is there; the answer gives it up. A miss costs nothing, least of all this page. */
function afterPreload(then: (room: RoomCode) => void): () => void {
  let isWanted = true;
  const timer = setTimeout(() => {
    const letGo = holdPage();
    loadRoom()
      .finally(letGo)
      .then(
        (room) => isWanted && then(room),
        () => false,
      );
  }, AFTER_MS);
  return () => {
    isWanted = false;
    clearTimeout(timer);
  };
}

/** Whoever looks for somebody who waits is in a room next. */
export function usePreloadRoom(): void {
  useEffect(() => afterPreload(() => undefined), []);
}

/** Whoever waits is in a room next, and can have their part of the call ready. */
export function usePrepareRoom({ id, kind, status, role }: Pick<Consult, 'id' | 'kind' | 'status' | 'role'>): void {
  const connection = useRealtime();
  const isWaiting = status === 'waiting' && role === 'student';
  useEffect(() => {
    if (!isWaiting) return undefined;
    return afterPreload((room) => room.visitsAhead.prepare({ id, kind, role }, connection));
  }, [isWaiting, id, kind, role, connection]);
}
