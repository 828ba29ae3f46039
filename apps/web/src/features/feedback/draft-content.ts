import { Correction, CorrectionSourceId } from '@ieum/signaling-protocol';
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
  /** Corrections of the room that were taken out, and stay out. */
  readonly dismissed: readonly string[];
}

export const emptyContent: DraftContent = { summary: '', practice: '', corrections: [], dismissed: [] };

/** As many as the server takes. */
export const ROWS_MAX = 200;
const MOST_DISMISSED = 1_000;

/** A draft as this device keeps it until the server has it. */
export const KeptDraft = z.object({
  version: z.number().int().nonnegative(),
  summary: z.string(),
  practice: z.string(),
  corrections: z.array(Correction),
  dismissed: z.array(CorrectionSourceId).default([]),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** A row that says nothing yet: it stays in the form and is not sent. */
export const isBlank = (row: Correction): boolean => row.before.trim() === '' && row.after.trim() === '';

export function toRequest(content: DraftContent, version: number): SaveFeedbackRequest {
  const { summary, practice } = content;
  const corrections = content.corrections
    .filter((row) => !isBlank(row))
    .map(({ before, after, category, comment, outcome, sourceId }) => ({
      before,
      after,
      category,
      comment,
      ...(outcome ? { outcome } : {}),
      ...(sourceId ? { sourceId } : {}),
    }));
  const emptied = sourceIdsOf(content.corrections.filter(isBlank));
  const dismissed = [...new Set([...content.dismissed, ...emptied])].slice(-MOST_DISMISSED);
  return { version, summary, practice, corrections, dismissed };
}

/** The draft with other rows. What is not among them any more was taken out; what is back was not. */
export function withRows(content: DraftContent, corrections: readonly DraftRow[]): DraftContent {
  const left = new Set(sourceIdsOf(corrections));
  const known = new Set([...content.dismissed, ...sourceIdsOf(content.corrections)]);
  return { ...content, corrections, dismissed: [...known].filter((id) => !left.has(id)) };
}

const sourceIdsOf = (rows: readonly Correction[]): string[] => rows.flatMap(({ sourceId }) => sourceId ?? []);

export function toContent(source: Pick<Feedback, 'summary' | 'practice' | 'corrections' | 'dismissed'>): DraftContent {
  return {
    summary: source.summary,
    practice: source.practice,
    corrections: source.corrections.map((correction, index) => ({ ...correction, key: `saved-${index}` })),
    dismissed: source.dismissed,
  };
}

/** Whether both say the same to the student. */
export function sameContent(a: DraftContent, b: DraftContent): boolean {
  return JSON.stringify(toRequest(a, 0)) === JSON.stringify(toRequest(b, 0));
}
