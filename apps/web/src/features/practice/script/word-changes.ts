import { diffWords } from 'diff';

export interface WordChange {
  readonly kind: 'same' | 'added' | 'left-out';
  readonly text: string;
}

/** Longer than this nobody waits; two texts that differ so much are better read one after the other. */
const GIVE_UP_MS = 250;

/** What became of a text, word by word. Spaces and line breaks alone are no change. */
export function wordChanges(before: string, after: string, giveUpMs = GIVE_UP_MS): readonly WordChange[] {
  const changes = diffWords(before, after, { timeout: giveUpMs });
  if (!changes) {
    return [
      { kind: 'left-out', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'left-out' : 'same',
    text: value,
  }));
}
