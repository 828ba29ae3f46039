import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { holdPage } from '../../../shared/lib/hold-page';
import { useRealtime } from '../../../shared/realtime/realtime-provider';
import type { ToolRoom } from '../tools/tool';
import { createRoomSession } from './create-room-session';
import type { RoomSession } from './room-session';
import type { RoomSnapshot } from './room-snapshot';
import { visitsAhead } from './visits-ahead';

/** Holds the visit that is under way: one session at a time, a new one each time the room is entered. */
class RoomVisits {
  #session: RoomSession | null = null;
  #stop: () => void = () => undefined;
  readonly #listeners = new Set<() => void>();

  readonly session = (): RoomSession | null => this.#session;
  readonly snapshot = (): RoomSnapshot | null => this.#session?.getSnapshot() ?? null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  enter(session: RoomSession): void {
    this.leave();
    this.#session = session;
    this.#stop = session.subscribe(() => this.#tell());
    session.start();
    this.#tell();
  }

  leave(): void {
    this.#stop();
    this.#session?.leave();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The one bridge between a room session and React: enters while mounted, leaves and releases when unmounted. */
export function useRoomSession({ id, kind, role }: ToolRoom) {
  const connection = useRealtime();
  const [visits] = useState(() => new RoomVisits());
  const session = useSyncExternalStore(visits.subscribe, visits.session);
  const snapshot = useSyncExternalStore(visits.subscribe, visits.snapshot);
  const enter = useCallback(
    () => visits.enter(visitsAhead.take(id, connection) ?? createRoomSession({ id, kind, role }, connection)),
    [visits, id, kind, role, connection],
  );
  useEffect(holdPage, []);
  useEffect(() => {
    enter();
    return () => visits.leave();
  }, [enter, visits]);
  return { session, snapshot, enter };
}
