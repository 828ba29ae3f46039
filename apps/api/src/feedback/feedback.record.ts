import type { Correction, Feedback } from '@ieum/signaling-protocol';

/** A feedback as the server keeps it. */
export interface FeedbackRecord {
  readonly consultId: string;
  readonly status: 'draft' | 'sent' | 'deleted';
  readonly version: number;
  readonly summary: string;
  readonly practice: string;
  readonly corrections: Correction[];
  readonly rating: number | null;
  readonly thanks: string;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
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
