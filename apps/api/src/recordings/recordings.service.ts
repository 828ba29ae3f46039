import {
  type CompleteRecordingRequest,
  type CreateRecordingRequest,
  MAX_RECORDING_BYTES,
  type Recording,
  type RecordingResponse,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { type ByteRange, ObjectStore, type StoredObject } from '../storage/object-store';
import { questionNotFound } from '../questions/questions.errors';
import { containerOf } from './container-of';
import { verifiedDigest } from './content-digest';
import { DoomedObjects } from './doomed-objects.service';
import { audioKey, sliceKey } from './recording-keys';
import { RecordingPolicy } from './recording-policy';
import { type RecordingRecord, toRecording } from './recording.record';
import {
  dayQuotaReached,
  recordingNotFound,
  recordingTooLarge,
  sliceConflict,
  sliceMissing,
  spaceQuotaReached,
  wrongType,
} from './recordings.errors';
import { RecordingsRepository, type SliceRecord } from './recordings.repository';

const MOST_LISTED = 100;

/** As it came: bytes, if all is well, and what `Content-Digest` says of them. */
interface SentSlice {
  readonly body: unknown;
  readonly digest: string | undefined;
}

/** Spoken answers of learners: they arrive in slices, are put together, and are their owner's alone. */
@Injectable()
export class RecordingsService {
  constructor(
    private readonly repository: RecordingsRepository,
    private readonly store: ObjectStore,
    private readonly policy: RecordingPolicy,
    private readonly doomed: DoomedObjects,
  ) {}

  /** Beginning twice with the same id is beginning once. */
  async begin(userId: string, request: CreateRecordingRequest): Promise<RecordingResponse> {
    const begun = await this.repository.find(userId, request.id);
    if (begun) return this.withSlices(begun);
    await this.refuseBeyondQuota(userId, 0);
    const created = await this.repository.create(userId, request);
    if (created) return { recording: toRecording(created), slices: [] };
    const meanwhile = await this.repository.find(userId, request.id);
    if (!meanwhile) throw questionNotFound();
    return this.withSlices(meanwhile);
  }

  async get(userId: string, id: string): Promise<RecordingResponse> {
    return this.withSlices(await this.find(userId, id));
  }

  async ofQuestion(userId: string, questionId: string): Promise<Recording[]> {
    return (await this.repository.ofQuestion(userId, questionId, MOST_LISTED)).map(toRecording);
  }

  /**
   * Keeps the slice that comes next. The same one again is no error.
   * @throws DomainError `recordings/*`
   */
  async addSlice(userId: string, id: string, index: number, { body, digest }: SentSlice): Promise<void> {
    const recording = await this.find(userId, id);
    if (!Buffer.isBuffer(body) || body.byteLength === 0) throw wrongType();
    const sha256 = verifiedDigest(body, digest);
    const slices = await this.repository.slices(id);
    const there = slices[index];
    if (there?.sha256.equals(sha256)) return;
    if (there || recording.status !== 'uploading') throw sliceConflict();
    if (index !== slices.length) throw sliceMissing();
    if (index === 0 && containerOf(body) !== recording.contentType) throw wrongType();
    if (recording.bytes + body.byteLength > MAX_RECORDING_BYTES) throw recordingTooLarge();
    await this.refuseBeyondQuota(userId, body.byteLength);
    const key = sliceKey(id, index, sha256);
    await this.store.put(key, body, { contentType: recording.contentType, sha256 });
    const slice: SliceRecord = { index, bytes: body.byteLength, sha256 };
    if (await this.repository.addSlice(userId, id, slice)) return;
    const now = (await this.repository.slices(id))[index];
    if (now?.sha256.equals(sha256)) return;
    await this.store.delete([key]);
    throw sliceConflict();
  }

  /** Puts the slices together. Saying twice that nothing more comes is saying it once. */
  async complete(userId: string, id: string, request: CompleteRecordingRequest): Promise<RecordingResponse> {
    const recording = await this.find(userId, id);
    if (recording.status === 'stored') return this.withSlices(recording);
    const slices = await this.repository.slices(id);
    if (slices.length !== request.slices) throw sliceMissing();
    const parts = slices.map(({ index, sha256 }) => sliceKey(id, index, sha256));
    const { sha256 } = await this.store.assemble(audioKey(id), parts, { contentType: recording.contentType });
    const stored = await this.repository.complete(userId, id, request, sha256);
    if (!stored) return this.get(userId, id);
    await this.repository.forgetSlices(id);
    await this.store.delete(parts);
    return { recording: toRecording(stored), slices: [] };
  }

  /** The sound, or a part of it. */
  async audio(
    userId: string,
    id: string,
    rangeIn: (bytes: number) => ByteRange | 'outside' | undefined,
  ): Promise<{
    recording: RecordingRecord;
    range: ByteRange | 'outside' | undefined;
    object: StoredObject | undefined;
  }> {
    const recording = await this.findStored(userId, id);
    const range = rangeIn(recording.bytes);
    if (range === 'outside') return { recording, range, object: undefined };
    const object = await this.store.get(audioKey(id), range);
    if (!object) throw recordingNotFound();
    return { recording, range, object };
  }

  /** One whose sound is there. @throws DomainError `recordings/not-found` */
  async findStored(userId: string, id: string): Promise<RecordingRecord> {
    const recording = await this.find(userId, id);
    if (recording.status !== 'stored') throw recordingNotFound();
    return recording;
  }

  async delete(userId: string, id: string): Promise<void> {
    if (!(await this.repository.delete(userId, id))) throw recordingNotFound();
    await this.doomed.sweep();
  }

  private async find(userId: string, id: string): Promise<RecordingRecord> {
    const recording = await this.repository.find(userId, id);
    if (!recording) throw recordingNotFound();
    return recording;
  }

  private async withSlices(recording: RecordingRecord): Promise<RecordingResponse> {
    const slices = await this.repository.slices(recording.id);
    return { recording: toRecording(recording), slices: slices.map(({ index }) => index) };
  }

  private async refuseBeyondQuota(userId: string, more: number): Promise<void> {
    const { bytes, dayCount, dayBytes } = await this.repository.soFar(userId);
    if (more === 0 && dayCount >= this.policy.perDay) throw dayQuotaReached();
    if (dayBytes + more > this.policy.bytesPerDay) throw dayQuotaReached();
    if (bytes + more > this.policy.bytesInAll) throw spaceQuotaReached();
  }
}
