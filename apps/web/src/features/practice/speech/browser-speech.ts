import type { Speech, SpeechVoice } from './speech';

/** The Web Speech API of this browser; without one there are no voices. */
export function browserSpeech(): Speech {
  // Absent in some browsers, whatever the types say.
  const synthesis = (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  if (!synthesis) return SILENCE;
  /** Chrome tells nothing of an utterance that was garbage collected. */
  const kept = new Set<SpeechSynthesisUtterance>();
  return {
    voices: () => synthesis.getVoices().map(toVoice),
    onVoicesChanged: (listener) => {
      synthesis.addEventListener('voiceschanged', listener);
      return () => synthesis.removeEventListener('voiceschanged', listener);
    },
    say: ({ text, voice, rate }, { onStart, onEnd, onError }) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = synthesis.getVoices().find(({ voiceURI }) => voiceURI === voice.id) ?? null;
      utterance.lang = voice.lang.replace('_', '-');
      utterance.rate = rate;
      utterance.addEventListener('start', onStart);
      utterance.addEventListener('end', () => {
        kept.delete(utterance);
        onEnd();
      });
      utterance.addEventListener('error', ({ error }) => {
        kept.delete(utterance);
        onError(error);
      });
      kept.add(utterance);
      // Another page of this browser may have paused it for all.
      synthesis.resume();
      synthesis.speak(utterance);
    },
    cancel: () => synthesis.cancel(),
  };
}

const toVoice = ({ voiceURI, name, lang, localService }: SpeechSynthesisVoice): SpeechVoice => ({
  id: voiceURI,
  name,
  lang,
  isLocal: localService,
});

const SILENCE: Speech = {
  voices: () => [],
  onVoicesChanged: () => () => undefined,
  say: (_part, { onError }) => onError('synthesis-unavailable'),
  cancel: () => undefined,
};
