const MUTED_KEY = 'ieum.sound-muted';

let context: AudioContext | null = null;

export const isSoundMuted = (): boolean => localStorage.getItem(MUTED_KEY) === 'true';

export function setSoundMuted(muted: boolean): void {
  localStorage.setItem(MUTED_KEY, String(muted));
}

/**
 * Two soft notes, made on the spot so that no file is loaded. Browsers allow sound only after the user touched the
 * page: until then this stays silent. Resolves with whether it could be heard.
 */
export async function playChime(): Promise<boolean> {
  if (isSoundMuted() || typeof AudioContext === 'undefined') return false;
  if (!navigator.userActivation?.hasBeenActive) return false;
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume();
  playNote(context, 659.25, 0);
  playNote(context, 880, 0.16);
  return true;
}

function playNote(audio: AudioContext, frequency: number, delay: number): void {
  const start = audio.currentTime + delay;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.5);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.55);
}
