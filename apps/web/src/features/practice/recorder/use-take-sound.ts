import type { Recording } from '@ieum/api-contract';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { onSilence, silenceOthers } from '../../../shared/lib/sound-turns';
import { fetchTake } from '../practice-queries';
import { seekableWebm } from '../../../shared/practice/sound/seekable-webm';
import { TakeSound } from '../../../shared/practice/sound/take-sound';

/** As precise as a position is told. */
const LOOK_EVERY_MS = 100;

/** How somebody comes by the sound of a recording. */
export type FetchSound = (recordingId: string, signal: AbortSignal) => Promise<Blob>;

function create({ id, durationMs }: Recording, fetchSound: FetchSound) {
  const player = new Audio();
  const fetchAudio = async (signal: AbortSignal) => {
    return seekableWebm(await fetchSound(id, signal), durationMs ?? 0);
  };
  return { player, sound: new TakeSound({ player, durationMs: durationMs ?? 0, fetchAudio, urls: URL }) };
}

/** The sound of one recording, as long as the component lives. */
export function useTakeSound(recording: Recording, fetchSound: FetchSound = fetchTake) {
  const [{ player, sound }] = useState(() => create(recording, fetchSound));
  const state = useSyncExternalStore(sound.subscribe, sound.getSnapshot);
  useEffect(() => {
    const silence = () => (sound.getSnapshot().status === 'loading' ? sound.close() : player.pause());
    const begin = () => silenceOthers(silence);
    const leave = onSilence(silence);
    player.addEventListener('play', begin);
    return () => {
      leave();
      player.removeEventListener('play', begin);
      sound.close();
    };
  }, [player, sound]);
  const isPlaying = state.status === 'playing';
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => sound.follow(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [sound, isPlaying]);
  return { player, sound, state };
}
