import type { CompleteRecordingRequest, Recording, RecordingResponse } from '@ieum/api-contract';
import type { KeptTake, Slice } from './kept-take';

/** PORT. Where takes go. Rejects with an `ApiError`. */
export interface RecordingServer {
  /** Begins the recording, or tells what has arrived of it. */
  begin(take: Pick<KeptTake, 'id' | 'questionId' | 'contentType'>): Promise<RecordingResponse>;
  send(takeId: string, slice: Slice): Promise<void>;
  complete(takeId: string, all: CompleteRecordingRequest): Promise<Recording>;
  remove(takeId: string): Promise<void>;
}
