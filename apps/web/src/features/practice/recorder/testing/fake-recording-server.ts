import type { CompleteRecordingRequest, Recording, RecordingResponse } from '@ieum/api-contract';
import { ApiError } from '../../../../shared/lib/api-error';
import type { ApiErrorCode } from '../../../../shared/lib/api-error';
import type { KeptTake, Slice } from '../kept-take';
import type { RecordingServer } from '../recording-server';

interface Stored {
  readonly slices: Map<number, Slice>;
  recording: Recording;
}

/** For specs: the API as its contract says it is, and the line to it. */
export class FakeRecordingServer implements RecordingServer {
  readonly recordings = new Map<string, Stored>();
  /** Every request in its order: `begin`, `send 0`, `complete`, `remove`. */
  readonly requests: string[] = [];
  /** What the next requests come to instead. `lost`: it is carried out, and the answer does not arrive. */
  readonly faults: (ApiError | 'lost')[] = [];
  offline = false;
  /** What goes on while a request is under way. */
  meanwhile: () => Promise<void> | void = () => undefined;
  #running = 0;
  most = 0;

  begin({ id, questionId, contentType }: Pick<KeptTake, 'id' | 'questionId' | 'contentType'>) {
    return this.#answer('begin', (): RecordingResponse => {
      const known = this.recordings.get(id);
      if (known) return { recording: known.recording, slices: [...known.slices.keys()].sort((a, b) => a - b) };
      const recording: Recording = {
        ...{
          id,
          scriptId: questionId,
          questionId,
          contentType,
          status: 'uploading',
          bytes: 0,
          durationMs: null,
          voicedMs: null,
          peaks: [],
        },
        createdAt: '2026-11-22T05:00:00.000Z',
      };
      this.recordings.set(id, { recording, slices: new Map() });
      return { recording, slices: [] };
    });
  }

  send(takeId: string, slice: Slice): Promise<void> {
    return this.#answer(`send ${slice.index}`, () => {
      const { slices } = this.#of(takeId);
      const known = slices.get(slice.index);
      if (known && known.sha256 !== slice.sha256) throw refusal('recordings/slice-conflict', 409);
      slices.set(slice.index, slice);
    });
  }

  complete(takeId: string, all: CompleteRecordingRequest): Promise<Recording> {
    return this.#answer('complete', () => {
      const stored = this.#of(takeId);
      if (stored.slices.size !== all.slices) throw refusal('recordings/incomplete', 409);
      const bytes = [...stored.slices.values()].reduce((sum, slice) => sum + slice.bytes.byteLength, 0);
      const { durationMs, voicedMs, peaks } = all;
      stored.recording = { ...stored.recording, status: 'stored', bytes, durationMs, voicedMs, peaks };
      return stored.recording;
    });
  }

  remove(takeId: string): Promise<void> {
    return this.#answer('remove', () => void this.recordings.delete(takeId));
  }

  /** The whole of a recording, byte by byte. */
  contentOf(takeId: string): number[] {
    const { slices } = this.#of(takeId);
    return [...slices.keys()].sort((a, b) => a - b).flatMap((index) => [...(slices.get(index)?.bytes ?? [])]);
  }

  #of(takeId: string): Stored {
    const stored = this.recordings.get(takeId);
    if (!stored) throw refusal('recordings/not-found', 404);
    return stored;
  }

  async #answer<Answer>(request: string, carryOut: () => Answer): Promise<Answer> {
    this.requests.push(request);
    this.#running += 1;
    this.most = Math.max(this.most, this.#running);
    await this.meanwhile();
    this.#running -= 1;
    if (this.offline) throw new ApiError({ code: 'network/offline' });
    const fault = this.faults.shift();
    if (fault === 'lost') {
      carryOut();
      throw new ApiError({ code: 'network/offline' });
    }
    if (fault) throw fault;
    return carryOut();
  }
}

export const refusal = (code: string, status: number, retryAfterMs?: number): ApiError =>
  new ApiError({ code: code as ApiErrorCode, status, retryAfterMs });
