import type { SpeechVoice } from './speech';

const ENGLISH = /^en(?:[-_]|$)/iu;
const AMERICAN = /^en[-_]US$/iu;
/** Of Linux: understood with some goodwill. */
const ROBOT = /espeak|\+/iu;
/** By their names, the better voices of each system. */
const GOOD = /natural|premium|enhanced|google us|samantha|\bava\b|allison|zira|aria|jenny/iu;
/** Apple's voices for fun, which come first by the alphabet. */
const FOR_FUN = new Set(
  'Albert,Bad News,Bahh,Bells,Boing,Bubbles,Cellos,Good News,Jester,Organ,Superstar,Trinoids,Whisper,Wobble,Zarvox'.split(
    ',',
  ),
);

/** The voices that speak English, the most fitting first: American as in the test, on this device, and easy to understand. */
export function englishVoices(voices: readonly SpeechVoice[]): readonly SpeechVoice[] {
  const known = new Set<string>();
  return voices
    .filter(({ lang, name }) => ENGLISH.test(lang) && !FOR_FUN.has(name.replace(/ \(.*$/u, '')))
    .filter(({ id }) => !known.has(id) && known.add(id))
    .toSorted((a, b) => fitness(b) - fitness(a));
}

function fitness({ lang, name, isLocal }: SpeechVoice): number {
  return (ROBOT.test(name) ? -8 : 0) + (AMERICAN.test(lang) ? 4 : 0) + (isLocal ? 2 : 0) + (GOOD.test(name) ? 1 : 0);
}
