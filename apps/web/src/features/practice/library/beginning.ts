import type { ScriptSummary } from '@ieum/api-contract';
import { countWords } from '../script/script-facts';

/** How a script begins; where it goes on, it does not end within a word. */
export function beginning({ excerpt, words }: Pick<ScriptSummary, 'excerpt' | 'words'>): string {
  if (countWords(excerpt) >= words) return excerpt;
  const whole = excerpt.replace(/\S+$/u, '').trimEnd();
  return `${whole || excerpt}…`;
}
