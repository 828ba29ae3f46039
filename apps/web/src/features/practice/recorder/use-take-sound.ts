import type { Recording } from '@ieum/api-contract';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { apiRequest } from '../../../shared/lib/api-client';
import { seekableWebm } from './seekable-webm';
import { TakeSound } from './take-sound';

/** For slow lines: fifteen minutes are some 7 MB. */
const AUDIO_TIMEOUT_MS = 120_000;

function create({ id, durationMs }: Recording) {
  const player = new Audio();
  const fetchAudio = async (signal: AbortSignal) => {
    const file = await apiRequest({
      method: 'GET',
      path: `/api/recordings/${id}/audio`,
      response: 'blob',
      signal,
      timeoutMs: AUDIO_TIMEOUT_MS,
    });
    return seekableWebm(file, durationMs ?? 0);
  };
  return { player, sound: new TakeSound({ player, durationMs: durationMs ?? 0, fetchAudio, urls: URL }) };
}

/** The sound of one recording, as long as the component lives. */
export function useTakeSound(recording: Recording) {
  const [{ player, sound }] = useState(() => create(recording));
  const state = useSyncExternalStore(sound.subscribe, sound.getSnapshot);
  useEffect(() => () => sound.close(), [sound]);
  return { player, sound, state };
}
