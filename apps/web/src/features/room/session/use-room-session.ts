import { IceServersResponse } from '@ieum/api-contract';
import {
  browserPlatform,
  DeviceList,
  LocalMedia,
  PeerSession,
  ScreenShare,
  TalkingWhileMuted,
} from '@ieum/webrtc-client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { apiRequest } from '../../../shared/lib/api-client';
import { deviceChoices } from '../../../shared/lib/device-choices';
import { serverClock } from '../../../shared/lib/server-clock';
import { useRealtime } from '../../../shared/realtime/realtime-provider';
import { loadInCall } from '../../../shared/lib/load-in-call';
import { ROOM_TOOLS } from '../tools/registry';
import { directConsent, screenSharing, toolStore } from './room-storage';
import type { DeviceParts } from './local-devices';
import type { RoomConnection } from './room-connection';
import { RoomSession } from './room-session';
import type { RoomSnapshot } from './room-snapshot';

async function loadIceServers(consultId: string) {
  const path = `/api/consults/${encodeURIComponent(consultId)}/ice-servers`;
  return apiRequest({ method: 'GET', path, response: IceServersResponse });
}

/** ECDSA on P-256, as browsers make by themselves (RFC 8827 §6.5). */
async function createCertificates(): Promise<RTCCertificate[] | undefined> {
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    return [await RTCPeerConnection.generateCertificate(algorithm)];
  } catch (error) {
    reportError(error); // each connection then makes its own
    return undefined;
  }
}

function createDevices(): DeviceParts {
  const media = new LocalMedia({ processing: deviceChoices.read().processing });
  return { media, screen: new ScreenShare(), list: new DeviceList(), talking: new TalkingWhileMuted({ media }) };
}

function createSession(consultId: string, connection: RoomConnection): RoomSession {
  return new RoomSession({
    consultId,
    peerId: crypto.randomUUID(),
    connection,
    devices: createDevices(),
    createPeer: (options) => new PeerSession(options),
    loadLineWatch: () => loadInCall(async () => (await import('./line-watch')).LineWatch),
    loadIceServers: () => loadIceServers(consultId),
    createCertificates,
    directConsent: directConsent(consultId),
    serverNow: () => serverClock.now(),
    tools: ROOM_TOOLS,
    storeOf: (toolId) => toolStore(consultId, toolId),
    choices: deviceChoices,
    sharing: screenSharing(consultId),
    clock: browserPlatform().clock,
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
