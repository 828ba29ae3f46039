import type { Language } from '@ieum/signaling-protocol';

export const LANGUAGE_KEY = 'ieum.language';

const isLanguage = (value: string | null | undefined): value is Language => value === 'ko' || value === 'en';

/** What the reader chose before, else the first language of their device that the page speaks, else Korean. */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  return preferred.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'ko';
}
