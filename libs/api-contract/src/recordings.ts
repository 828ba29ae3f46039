import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** One recording may be this long, and this large. */
export const MAX_RECORDING_MS = 15 * 60 * 1000;
export const MAX_RECORDING_BYTES = 50 * 1024 * 1024;
/** A slice is five seconds and more; this is far above what any browser records in that time. */
export const MAX_SLICE_BYTES = 4 * 1024 * 1024;
export const MAX_SLICES = 400;

/** What browsers record answers as: Chrome, Edge and Firefox the first two, Safari the last. */
export const RECORDING_TYPES = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const;
export const RecordingType = z.enum(RECORDING_TYPES);
export type RecordingType = z.infer<typeof RecordingType>;

/** How loud it was, a number from 0 to 1 for each equal part of it: what a waveform is drawn from. */
export const Peaks = z.array(z.number().min(0).max(1)).max(1000);

/** A spoken answer to a question; one take of it. */
export const Recording = z.object({
  id: z.uuid(),
  /** The script that it is a take of. */
  scriptId: z.uuid(),
  questionId: z.uuid(),
  /** `uploading` until every slice has arrived and the whole was put together. */
  status: z.enum(['uploading', 'stored']),
  contentType: RecordingType,
  bytes: z.number().int().nonnegative(),
  durationMs: z.number().int().nonnegative().nullable(),
  /** How much of it was louder than silence. */
  voicedMs: z.number().int().nonnegative().nullable(),
  peaks: Peaks,
  createdAt: Timestamp,
});
export type Recording = z.infer<typeof Recording>;

/** `id` is made by the client: the same request sent twice begins one recording. */
export const CreateRecordingRequest = z.object({ id: z.uuid(), questionId: z.uuid(), contentType: RecordingType });
export type CreateRecordingRequest = z.infer<typeof CreateRecordingRequest>;

/** `slices`: the numbers of those that have arrived, in order. */
export const RecordingResponse = z.object({ recording: Recording, slices: z.array(z.number().int().nonnegative()) });
export type RecordingResponse = z.infer<typeof RecordingResponse>;

export const RecordingParams = z.object({ recordingId: z.uuid() });
export type RecordingParams = z.infer<typeof RecordingParams>;

/**
 * A slice's place. Its body is the bytes alone, with `Content-Digest: sha-256=:…:` (RFC 9530, §2). The same slice sent
 * twice is kept once; another one in its place is refused.
 */
export const SliceParams = z.object({
  recordingId: z.uuid(),
  index: z.coerce
    .number()
    .int()
    .min(0)
    .max(MAX_SLICES - 1),
});
export type SliceParams = z.infer<typeof SliceParams>;

/** Says that nothing more comes. `slices`: how many there are in all. */
export const CompleteRecordingRequest = z.object({
  slices: z.number().int().min(1).max(MAX_SLICES),
  durationMs: z.number().int().min(1).max(MAX_RECORDING_MS),
  voicedMs: z.number().int().min(0).max(MAX_RECORDING_MS),
  peaks: Peaks,
});
export type CompleteRecordingRequest = z.infer<typeof CompleteRecordingRequest>;

/** The caller's takes of one question, newest first. */
export const RecordingListQuery = z.object({ questionId: z.uuid() });
export type RecordingListQuery = z.infer<typeof RecordingListQuery>;

export const RecordingListResponse = z.object({ recordings: z.array(Recording).max(100) });
export type RecordingListResponse = z.infer<typeof RecordingListResponse>;
