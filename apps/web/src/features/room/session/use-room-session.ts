import { IceServersResponse } from '@ieum/api-contract';
import { LocalMedia, PeerSession } from '@ieum/webrtc-client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { apiRequest } from '../../../shared/lib/api-client';
import { serverClock } from '../../../shared/lib/server-clock';
import { useRealtime } from '../../../shared/realtime/realtime-provider';
import { ROOM_TOOLS } from '../tools/registry';
import { deviceChoices, toolStore } from './room-storage';
import type { RoomConnection } from './room-connection';
import { RoomSession } from './room-session';
import type { RoomSnapshot } from './room-snapshot';

async function loadIceServers(consultId: string) {
  const path = `/api/consults/${encodeURIComponent(consultId)}/ice-servers`;
  const { iceServers } = await apiRequest({ method: 'GET', path, response: IceServersResponse });
  return iceServers;
}

function createSession(consultId: string, connection: RoomConnection): RoomSession {
  return new RoomSession({
    consultId,
    peerId: crypto.randomUUID(),
    connection,
    media: new LocalMedia(),
    createPeer: (options) => new PeerSession(options),
    loadIceServers: () => loadIceServers(consultId),
    tools: ROOM_TOOLS,
    storeOf: (toolId) => toolStore(consultId, toolId),
    choices: deviceChoices,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onServerTime: (timestamp) => serverClock.sync(timestamp),
    onError: (error) => reportError(error),
  });
}

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
export function useRoomSession(consultId: string) {
  const connection = useRealtime();
  const [visits] = useState(() => new RoomVisits());
  const session = useSyncExternalStore(visits.subscribe, visits.session);
  const snapshot = useSyncExternalStore(visits.subscribe, visits.snapshot);
  const enter = useCallback(() => visits.enter(createSession(consultId, connection)), [visits, consultId, connection]);
  useEffect(() => {
    enter();
    return () => visits.leave();
  }, [enter, visits]);
  return { session, snapshot, enter };
}
