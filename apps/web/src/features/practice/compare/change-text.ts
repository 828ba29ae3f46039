import type { CompareWords } from './compare-messages';
import type { Changes } from './take-facts';

type Counted = (of: { n: number }) => string;

const told = (change: number | null, more: Counted, less: Counted, same: string): readonly string[] => {
  if (change === null) return [];
  return [change === 0 ? same : (change > 0 ? more : less)({ n: Math.abs(change) })];
};

/** What changed, in words; empty where no figure is known of both. */
export const changeText = (m: CompareWords, { speaking, pauses, errorPercent }: Changes): string =>
  [
    ...told(speaking, m.faster, m.slower, m.samePace),
    ...told(pauses, m.morePauses, m.fewerPauses, m.samePauses),
    ...told(errorPercent, m.further, m.closer, m.sameErrors),
  ].join(', ');
