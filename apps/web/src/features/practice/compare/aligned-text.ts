import { alignWords, countErrors, readWords } from '@ieum/spoken-text';
import type { ReadWord, SpokenText, WordErrors } from '@ieum/spoken-text';

/** A word that was said, or one of the script that was not. */
export interface AlignedWord {
  readonly shown: string;
  /** The script's word, where another one was said. */
  readonly instead: string | null;
  /** Its place among the words with times; `null` where it has none. */
  readonly at: number | null;
}

export type AlignedKind = 'same' | 'other' | 'missed' | 'added';

/** Words one after the other of which the same is to be told. */
export interface AlignedRun {
  readonly kind: AlignedKind;
  readonly words: readonly AlignedWord[];
}

export interface AlignedText {
  readonly runs: readonly AlignedRun[];
  readonly errors: WordErrors;
}

interface SaidWord extends ReadWord {
  readonly at: number | null;
}

const saidWords = ({ text, words }: SpokenText): readonly SaidWord[] =>
  words.length === 0
    ? readWords(text).map((word) => ({ ...word, at: null }))
    : words.flatMap((timed, at) => readWords(timed.text).map((word) => ({ ...word, at })));

/** What was heard beside what was written, word by word. */
export function alignText(script: string, spoken: SpokenText): AlignedText {
  const written = readWords(script);
  const said = saidWords(spoken);
  const steps = alignWords(
    written.map(({ word }) => word),
    said.map(({ word }) => word),
  );
  const runs: { kind: AlignedKind; words: AlignedWord[] }[] = [];
  const add = (
    kind: AlignedKind,
    word: ReadWord | undefined,
    at: number | null,
    instead: string | null = null,
  ): void => {
    if (!word) return;
    const last = runs.at(-1);
    const entry = { shown: word.shown, instead, at };
    if (last?.kind === kind) last.words.push(entry);
    else runs.push({ kind, words: [entry] });
  };
  for (const step of steps) {
    if (step.kind === 'delete') {
      add('missed', written[step.reference], null);
      continue;
    }
    const heard = said[step.hypothesis];
    const at = heard?.at ?? null;
    if (step.kind === 'substitute') add('other', heard, at, written[step.reference]?.shown ?? null);
    else add(step.kind === 'equal' ? 'same' : 'added', heard, at);
  }
  return { runs, errors: countErrors(steps) };
}
