import type { Recording, RecordingType } from '@ieum/api-contract';

/** A row of a recording. */
export interface RecordingRecord {
  readonly id: string;
  readonly scriptId: string;
  readonly questionId: string;
  readonly status: Recording['status'];
  readonly contentType: RecordingType;
  readonly bytes: number;
  readonly durationMs: number | null;
  readonly voicedMs: number | null;
  readonly peaks: readonly number[];
  readonly createdAt: Date;
  /** Of the whole; `null` while it is not one. */
  readonly sha256: Buffer | null;
}

export const toRecording = ({ sha256: _, ...record }: RecordingRecord): Recording => ({
  ...record,
  peaks: [...record.peaks],
  createdAt: record.createdAt.toISOString(),
});
