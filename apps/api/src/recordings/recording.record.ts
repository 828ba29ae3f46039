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
}

export const toRecording = (record: RecordingRecord): Recording => ({
  ...record,
  peaks: [...record.peaks],
  createdAt: record.createdAt.toISOString(),
});
