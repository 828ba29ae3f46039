import type { KeptTake } from './kept-take';
import type { UploadStatus } from './take-upload';

/** A take that is not on the server yet. Immutable: a change makes a new object. */
export interface TakeRow {
  readonly id: string;
  readonly questionId: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly bytes: number;
  readonly sentBytes: number;
  /** `kept`: from a page that died over it; the person says what becomes of it. */
  readonly status: 'kept' | UploadStatus;
  /** It is being recorded. */
  readonly live: boolean;
  /** The device did not take all of it: what is missing there is in this page and nowhere else. */
  readonly inMemory: boolean;
  readonly error: unknown;
}

export const rowOf = (take: KeptTake, change: Pick<TakeRow, 'status' | 'live'> & Partial<TakeRow>): TakeRow => ({
  id: take.id,
  questionId: take.questionId,
  startedAt: take.startedAt,
  durationMs: take.durationMs,
  bytes: take.sizes.reduce((sum, size) => sum + size, 0),
  sentBytes: 0,
  inMemory: false,
  error: null,
  ...change,
});

/** What is said of it: a trouble stays until it is over, and is not told anew with each try. */
export const toldStatus = ({ status, error }: Pick<TakeRow, 'status' | 'error'>): TakeRow['status'] =>
  status === 'sending' && error !== null ? 'retrying' : status;
