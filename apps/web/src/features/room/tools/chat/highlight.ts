export interface HighlightedPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** What people search for: Korean syllables are one character, however they were put together; no capitals. `null`: nothing. */
export function searchFor(query: string): RegExp | null {
  const words = query.normalize('NFC').trim();
  return words === '' ? null : new RegExp(words.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`), 'giu');
}

export const hasMatch = (text: string, search: RegExp): boolean => text.normalize('NFC').search(search) !== -1;

/** The text cut where what is searched for begins and ends. */
export function highlight(text: string, search: RegExp | null): HighlightedPart[] {
  if (!search) return [{ text, isMatch: false }];
  const shown = text.normalize('NFC');
  const parts: HighlightedPart[] = [];
  let end = 0;
  for (const { 0: match, index } of shown.matchAll(search)) {
    if (index > end) parts.push({ text: shown.slice(end, index), isMatch: false });
    parts.push({ text: match, isMatch: true });
    end = index + match.length;
  }
  if (end < shown.length) parts.push({ text: shown.slice(end), isMatch: false });
  return parts;
}
