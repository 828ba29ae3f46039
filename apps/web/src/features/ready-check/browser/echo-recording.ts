import type { EchoOptions, SoundResult } from '../ready-check-ports';
import { playOn } from './play-on';

const RECORD_MS = 3_000;

/** Records three seconds and plays them once. The recording never leaves the page's memory, and is gone afterwards. */
export async function playEcho({ track, speakerId, signal, onPlaying }: EchoOptions): Promise<SoundResult> {
  if (typeof MediaRecorder === 'undefined') return 'unsupported';
  try {
    const recording = await record(track, signal);
    if (signal.aborted) return 'done';
    onPlaying();
    await play(recording, speakerId, signal);
    return 'done';
  } catch (error) {
    if (error instanceof DOMException) return 'failed';
    throw error;
  }
}

async function record(track: MediaStreamTrack, signal: AbortSignal): Promise<Blob> {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stop = (): void => void (recorder.state === 'recording' && recorder.stop());
  const timer = setTimeout(stop, RECORD_MS);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      // Also when the track ends before its time: then that much was recorded.
      recorder.addEventListener('stop', () => resolve(), { once: true });
      recorder.addEventListener('error', () => reject(new DOMException('not recorded', 'EncodingError')), {
        once: true,
      });
      recorder.start();
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
  return new Blob(parts, { type: recorder.mimeType });
}

async function play(recording: Blob, speakerId: string | undefined, signal: AbortSignal): Promise<void> {
  const url = URL.createObjectURL(recording);
  const audio = new Audio(url);
  try {
    await playOn(audio, speakerId);
    await new Promise<void>((resolve, reject) => {
      audio.addEventListener('ended', () => resolve(), { once: true });
      audio.addEventListener('error', () => reject(new DOMException('not played', 'EncodingError')), { once: true });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    audio.pause();
    URL.revokeObjectURL(url);
  }
}
