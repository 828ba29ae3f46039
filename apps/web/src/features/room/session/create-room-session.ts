import { IceServersResponse } from '@ieum/api-contract';
import {
  browserPlatform,
  DeviceList,
  LocalMedia,
  PeerSession,
  ScreenShare,
  TalkingWhileMuted,
} from '@ieum/webrtc-client';
import { apiRequest } from '../../../shared/lib/api-client';
import { deviceChoices } from '../../../shared/lib/device-choices';
import { serverClock } from '../../../shared/lib/server-clock';
import { loadDocument } from '../document/load-document';
import { ROOM_TOOLS } from '../tools/registry';
import type { ToolRoom } from '../tools/tool';
import { directConsent, documentOpened, screenSharing, toolStore } from './room-storage';
import type { DeviceParts } from './local-devices';
import type { RoomConnection } from './room-connection';
import type { ExpectedPeer } from './room-calls';
import { RoomSession } from './room-session';

/** What two people look at together in a room changes at the same second, and they hear a take as one. */
const ROOM_CLOCK_MS = 50;

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

/** A visit of this tab, with the browser's own parts. */
export function createRoomSession(
  { id: consultId, kind, role }: ToolRoom,
  connection: RoomConnection,
  expected: ExpectedPeer | null = null,
): RoomSession {
  return new RoomSession({
    consultId,
    peerId: crypto.randomUUID(),
    connection,
    expected,
    devices: createDevices(),
    createPeer: (options) => new PeerSession(options),
    loadLineWatch: async () => (await import('./line-watch')).LineWatch,
    loadIceServers: () => loadIceServers(consultId),
    createCertificates,
    directConsent: directConsent(consultId),
    serverNow: () => serverClock.now(),
    tools: ROOM_TOOLS,
    room: { id: consultId, kind, role },
    loadDocument,
    documentOpened: documentOpened(consultId),
    storeOf: (toolId) => toolStore(consultId, toolId),
    choices: deviceChoices,
    sharing: screenSharing(consultId),
    clock: browserPlatform().clock,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onServerTime: (timestamp) => serverClock.sync(timestamp, ROOM_CLOCK_MS),
    onError: (error) => reportError(error),
  });
}
