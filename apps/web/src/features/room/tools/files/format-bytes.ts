import type { Language } from '@ieum/signaling-protocol';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "3.2 MB", "500KB": in thousands, three digits at most, as phones and most computers count. */
export function formatBytes(bytes: number, language: Language, per: '' | '-per-second' = ''): string {
  // 999.6 kB would be shown as 1,000 kB.
  const step = UNITS.findIndex((_, index) => Math.round(bytes / 1_000 ** index) < 1_000);
  const index = step === -1 ? UNITS.length - 1 : step;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: `${UNITS[index] ?? 'byte'}${per}`,
    // The short form of "bytes" is "byte".
    unitDisplay: index === 0 ? 'long' : 'short',
    // The digits of a rate change too fast to be read.
    maximumSignificantDigits: per === '' ? 3 : 2,
  });
  return format.format(bytes / 1_000 ** index);
}
