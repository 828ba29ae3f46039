import { Correction } from '@ieum/signaling-protocol';
import type { Feedback } from '@ieum/signaling-protocol';
import type { SaveFeedbackRequest } from '@ieum/api-contract';
import { z } from 'zod';

/** A correction in the form; `key` tells rows apart while they come and go, and never leaves this tab. */
export interface DraftRow extends Correction {
  readonly key: string;
}

/** What the mentor types. */
export interface DraftContent {
  readonly summary: string;
  readonly practice: string;
  readonly corrections: readonly DraftRow[];
}

export const emptyContent: DraftContent = { summary: '', practice: '', corrections: [] };

/** A draft as this device keeps it until the server has it. */
export const KeptDraft = z.object({
  version: z.number().int().nonnegative(),
  summary: z.string(),
  practice: z.string(),
  corrections: z.array(Correction),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** A row that says nothing yet: it stays in the form and is not sent. */
export const isBlank = (row: Correction): boolean => row.before.trim() === '' && row.after.trim() === '';

export function toRequest(content: DraftContent, version: number): SaveFeedbackRequest {
  const { summary, practice } = content;
  const corrections = content.corrections
    .filter((row) => !isBlank(row))
    .map(({ before, after, category, comment }) => ({ before, after, category, comment }));
  return { version, summary, practice, corrections };
}

export function toContent(source: Pick<Feedback, 'summary' | 'practice' | 'corrections'>): DraftContent {
  return {
    summary: source.summary,
    practice: source.practice,
    corrections: source.corrections.map((correction, index) => ({ ...correction, key: `saved-${index}` })),
  };
}

/** Whether both say the same to the student. */
export function sameContent(a: DraftContent, b: DraftContent): boolean {
  return JSON.stringify(toRequest(a, 0)) === JSON.stringify(toRequest(b, 0));
}
