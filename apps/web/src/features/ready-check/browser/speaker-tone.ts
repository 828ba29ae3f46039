import type { SoundResult } from '../ready-check-ports';
import { playOn } from './play-on';

/** A soft rising chord: heard by small speakers and not mistaken for an alarm. */
const NOTES_HZ = [523.25, 659.25, 783.99] as const;
const NOTE_EVERY_SECONDS = 0.3;
const NOTE_SECONDS = 0.6;

/** Plays a tone out of the chosen speaker; resolves when it is over. */
export async function playTone(speakerId: string | undefined, signal: AbortSignal): Promise<SoundResult> {
  if (typeof AudioContext === 'undefined') return 'unsupported';
  const context = new AudioContext();
  const speaker = new Audio();
  try {
    const output = context.createMediaStreamDestination();
    speaker.srcObject = output.stream;
    await playOn(speaker, speakerId);
    const notes = NOTES_HZ.map((frequency, index) => note(context, output, frequency, index * NOTE_EVERY_SECONDS));
    await new Promise<void>((resolve) => {
      notes.at(-1)?.addEventListener('ended', () => resolve(), { once: true });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    return 'done';
  } catch (error) {
    // The speaker is gone, or the browser wants another click before it makes a sound.
    if (error instanceof DOMException) return 'failed';
    throw error;
  } finally {
    speaker.pause();
    speaker.srcObject = null;
    await context.close();
  }
}

function note(context: AudioContext, output: AudioNode, frequency: number, afterSeconds: number): OscillatorNode {
  const start = context.currentTime + 0.05 + afterSeconds;
  const oscillator = new OscillatorNode(context, { frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.2, start + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + NOTE_SECONDS);
  oscillator.connect(gain).connect(output);
  oscillator.start(start);
  oscillator.stop(start + NOTE_SECONDS);
  return oscillator;
}
