import type { Language } from '@ieum/signaling-protocol';

const LOCALES: Record<Language, string> = { ko: 'ko-KR', en: 'en' };

/** Measured values with their units, rounded to what anybody can tell apart. */
export function figureWords(language: Language) {
  const unit = (value: number, name: string, digits: number) =>
    new Intl.NumberFormat(LOCALES[language], {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    /** Milliseconds below a second, seconds above. */
    time: (ms: number): string => (ms < 1000 ? unit(ms, 'millisecond', 0) : unit(ms / 1000, 'second', 1)),
    /** Of 1. */
    share: (share: number): string =>
      new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(share),
    rate: (bitsPerSecond: number): string =>
      bitsPerSecond < 1e6
        ? unit(bitsPerSecond / 1e3, 'kilobit-per-second', 0)
        : unit(bitsPerSecond / 1e6, 'megabit-per-second', 1),
  };
}

export type FigureWords = ReturnType<typeof figureWords>;
