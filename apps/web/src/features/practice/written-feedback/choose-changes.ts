import { wordChanges } from '../script/word-changes';

/** A part of the text: the same in both, or a change that can be taken or left. */
export type Part =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'change'; readonly index: number; readonly before: string; readonly after: string };

/** What became of a text, with what is left out and what comes in its place as one change. */
export function changeParts(before: string, after: string): readonly Part[] {
  const parts: Part[] = [];
  let index = 0;
  for (const { kind, text } of wordChanges(before, after)) {
    const last = parts.at(-1);
    if (kind === 'same') parts.push({ kind, text });
    else {
      const side = kind === 'added' ? 'after' : 'before';
      if (last?.kind === 'change') parts[parts.length - 1] = { ...last, [side]: last[side] + text };
      else {
        parts.push({ kind: 'change', index, before: '', after: '', [side]: text });
        index += 1;
      }
    }
  }
  return parts;
}

/** The text with those changes that were taken. With none of them it is as it was, to the last space. */
export function chosenText(before: string, parts: readonly Part[], taken: ReadonlySet<number>): string {
  if (taken.size === 0) return before;
  return parts
    .map((part) => (part.kind === 'same' ? part.text : taken.has(part.index) ? part.after : part.before))
    .join('');
}

export const changeCount = (parts: readonly Part[]): number => parts.filter(({ kind }) => kind === 'change').length;
