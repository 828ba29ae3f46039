import { IceServersResponse } from '@ieum/api-contract';
import type { Kind } from '@ieum/signaling-protocol';
import { AudioLevel, browserPlatform, DeviceList, LocalMedia, probeRelay } from '@ieum/webrtc-client';
import type { DeviceLists } from '@ieum/webrtc-client';
import { apiRequest } from '../../../shared/lib/api-client';
import { deviceChoices } from '../../../shared/lib/device-choices';
import { ReadyCheck } from '../ready-check';
import { tryConnection } from '../try-connection';
import { playEcho } from './echo-recording';
import { canChooseSpeaker } from './play-on';
import { playTone } from './speaker-tone';

const loadServers = (signal: AbortSignal) =>
  apiRequest({ method: 'GET', path: '/api/ready-check/ice-servers', response: IceServersResponse, signal });

function listen(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const meter = new AudioLevel({ track });
  meter.on('level', onLevel);
  return () => meter.close();
}

function watchMenus(onMenus: (menus: DeviceLists) => void): () => void {
  const list = new DeviceList();
  list.on('change', (lists) => onMenus({ ...lists, speakers: canChooseSpeaker() ? lists.speakers : [] }));
  return () => list.close();
}

/** A check of this browser and this network; `kind`: what is asked for, where there is a request. */
export function createReadyCheck(kind: Kind | null): ReadyCheck {
  return new ReadyCheck({
    media: new LocalMedia(),
    clock: browserPlatform().clock,
    listen,
    watchMenus,
    tryConnection: (signal) =>
      tryConnection(
        { loadServers, probe: (iceServers, ends) => probeRelay({ iceServers, signal: ends }), kind },
        signal,
      ),
    playTone,
    playEcho,
    choices: deviceChoices,
    onError: (error) => reportError(error),
  });
}
