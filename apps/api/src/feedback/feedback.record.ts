import type { Correction, Feedback, Kind } from '@ieum/signaling-protocol';

/** A feedback as the server keeps it. */
export interface FeedbackRecord {
  readonly consultId: string;
  readonly status: 'draft' | 'sent' | 'deleted';
  readonly version: number;
  readonly summary: string;
  readonly practice: string;
  readonly corrections: Correction[];
  readonly dismissed: string[];
  readonly rating: number | null;
  readonly thanks: string;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
}

/** What a student has to study of one feedback. */
export interface SentFeedback {
  readonly consultId: string;
  readonly kind: Kind;
  readonly sentAt: Date;
  readonly corrections: readonly Correction[];
}

/** A feedback as the members may see it, or `undefined` once it was deleted. */
export function toFeedback(record: FeedbackRecord): Feedback | undefined {
  const { status } = record;
  if (status === 'deleted') return undefined;
  return {
    ...record,
    status,
    updatedAt: record.updatedAt.toISOString(),
    sentAt: record.sentAt?.toISOString() ?? null,
  };
}
