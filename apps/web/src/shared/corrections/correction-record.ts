import { CorrectionCategory, CorrectionOutcome } from '@ieum/signaling-protocol';
import { Map as YMap } from 'yjs';
import type { Doc } from 'yjs';
import { z } from 'zod';

export const MAX_CORRECTIONS = 500;
const MAX_WORDS = 2_000;
export const MAX_COMMENT = 1_000;

/** As long as the feedback takes it, and without characters that nobody types. */
const words = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .slice(0, max * 2)
        .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
        .slice(0, max),
    )
    .transform((text) => text.replaceAll(/\p{Cs}/gu, ''))
    .catch('');

/** What is kept of a correction besides its place in the text. Anybody may have written it. */
const CorrectionRecord = z.object({
  category: CorrectionCategory.catch('other'),
  comment: words(MAX_COMMENT),
  /** When it was begun. */
  at: z.iso.datetime().catch(''),
  /** While it is open, the text says what it is. */
  state: CorrectionOutcome.catch('open'),
  before: words(MAX_WORDS),
  after: words(MAX_WORDS),
});
export type CorrectionRecord = z.infer<typeof CorrectionRecord>;

export const NO_RECORD: CorrectionRecord = CorrectionRecord.parse({});

export const recordsOf = (doc: Doc): YMap<unknown> => doc.getMap('corrections');

export function readRecord(value: unknown): CorrectionRecord | null {
  if (!(value instanceof YMap)) return null;
  return CorrectionRecord.safeParse(Object.fromEntries(value.entries())).data ?? null;
}

/** Writes some of it; what was not there is begun. */
export function writeRecord(doc: Doc, id: string, change: Partial<CorrectionRecord>): void {
  const records = recordsOf(doc);
  const known = records.get(id);
  const record = known instanceof YMap ? (known as YMap<unknown>) : records.set(id, new YMap<unknown>());
  for (const [key, value] of Object.entries(change)) if (record.get(key) !== value) record.set(key, value);
}

/** Cuts words to what a record takes. */
export const cutWords = (text: string): string => words(MAX_WORDS).parse(text);
