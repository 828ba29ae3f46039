import {
  type CompleteRecordingRequest,
  type CreateRecordingRequest,
  MAX_RECORDING_BYTES,
  MAX_SLICE_BYTES,
  type Recording,
  type RecordingResponse,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { type ByteRange, ObjectStore, type StoredObject } from '../storage/object-store';
import { QuestionsService } from '../questions/questions.service';
import { DomainError } from '../common/domain-error';
import { KeyedTurns } from '../common/keyed-turns';
import { rangeOf } from './byte-range';
import { containerOf } from './container-of';
import { verifiedDigest } from './content-digest';
import { DoomedObjects } from './doomed-objects.service';
import { readBytes } from './read-bytes';
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
import { type RecordedSoFar, RecordingsRepository, type SliceRecord } from './recordings.repository';

const MOST_LISTED = 100;
/** Time enough to follow a redirection; what has begun by then goes on. */
const ADDRESS_SECONDS = 60;

/** As it comes: bytes to be read, if all is well, and what `Content-Digest` says of them. */
interface SentSlice {
  readonly body: unknown;
  readonly digest: string | undefined;
}

/** What there is of a recording's sound where somebody asked for a part of it. */
export interface Sound {
  readonly recording: RecordingRecord;
  readonly range: ByteRange | undefined;
  /** An address at which whoever knows it gets the sound for a moment; `null`: that part is not in it. */
  readonly source: StoredObject | string | null;
}

/** Spoken answers of learners: they arrive in slices, are put together, and are their owner's alone. */
@Injectable()
export class RecordingsService {
  /** One slice of each user in memory, or one recording of theirs put together. */
  private readonly turns = new KeyedTurns();

  constructor(
    private readonly repository: RecordingsRepository,
    private readonly store: ObjectStore,
    private readonly policy: RecordingPolicy,
    private readonly doomed: DoomedObjects,
    private readonly questions: QuestionsService,
  ) {}

  /** Beginning twice with the same id is beginning once. */
  async begin(userId: string, request: CreateRecordingRequest): Promise<RecordingResponse> {
    const begun = await this.repository.find(userId, request.id);
    if (begun) return this.withSlices(begun);
    const created = await this.repository.create(userId, request, (soFar) => this.refuseBeyondQuota(soFar, 0));
    if (created) return { recording: toRecording(created), slices: [] };
    const meanwhile = await this.repository.find(userId, request.id);
    if (meanwhile) return this.withSlices(meanwhile);
    await this.questions.get(request.questionId);
    throw recordingNotFound();
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
  addSlice(userId: string, id: string, index: number, sent: SentSlice): Promise<void> {
    return this.turns.run(userId, () => this.takeSlice(userId, id, index, sent));
  }

  /** Puts the slices together. Saying twice that nothing more comes is saying it once. */
  complete(userId: string, id: string, request: CompleteRecordingRequest): Promise<RecordingResponse> {
    return this.turns.run(userId, () => this.finish(userId, id, request));
  }

  /** Those of them that are stored, the oldest first. */
  async storedAmong(userId: string, ids: readonly string[]): Promise<Recording[]> {
    return (await this.repository.storedAmong(userId, ids)).map(toRecording);
  }

  /** The sound, or the part of it that a `Range` header asks for. */
  async audio(userId: string, id: string, rangeHeader: string | undefined): Promise<Sound> {
    const recording = await this.findStored(userId, id);
    const range = rangeOf(rangeHeader, recording.bytes);
    if (range === 'outside') return { recording, range: undefined, source: null };
    const [key, { contentType }] = [audioKey(recording.id), recording];
    const address = await this.store.signedUrl(key, { contentType, fileName: 'answer', seconds: ADDRESS_SECONDS });
    const source = address ?? (await this.store.get(key, range));
    if (!source) throw recordingNotFound();
    return { recording, range, source };
  }

  /** One whose sound is there. @throws DomainError `recordings/not-found` */
  async findStored(userId: string, id: string): Promise<RecordingRecord> {
    const recording = await this.find(userId, id);
    if (recording.status !== 'stored') throw recordingNotFound();
    return recording;
  }

  async delete(userId: string, id: string): Promise<void> {
    if (!(await this.repository.delete(userId, id))) throw recordingNotFound();
    await this.doomed.empty(id);
  }

  private async takeSlice(userId: string, id: string, index: number, sent: SentSlice): Promise<void> {
    const recording = await this.find(userId, id);
    const body = await readBytes(sent.body, MAX_SLICE_BYTES);
    const sha256 = verifiedDigest(body, sent.digest);
    const slices = await this.repository.slices(id);
    const there = slices[index];
    if (there?.sha256.equals(sha256)) return;
    if (there || recording.status !== 'uploading') throw sliceConflict();
    if (index !== slices.length) throw sliceMissing();
    if (index === 0 && containerOf(body) !== recording.contentType) throw wrongType();
    if (recording.bytes + body.byteLength > MAX_RECORDING_BYTES) throw recordingTooLarge();
    const slice: SliceRecord = { index, bytes: body.byteLength, sha256 };
    const key = sliceKey(recording.id, index, sha256);
    await this.store.put(key, body, { contentType: recording.contentType, sha256 });
    const refusal = await this.refusalOf(userId, recording.id, slice);
    if (!refusal || (await this.isKept(recording.id, slice))) return;
    await this.store.delete([key]);
    throw refusal;
  }

  /** Why it is not taken. @throws what leaves open whether it was: then its bytes stay, and go with the recording */
  private async refusalOf(userId: string, id: string, slice: SliceRecord): Promise<DomainError | undefined> {
    const allows = (soFar: RecordedSoFar): void => this.refuseBeyondQuota(soFar, slice.bytes);
    try {
      return (await this.repository.addSlice(userId, id, slice, allows)) ? undefined : sliceConflict();
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  /** Whether another request that sent the same was taken. */
  private async isKept(id: string, { index, sha256 }: SliceRecord): Promise<boolean> {
    return (await this.repository.slices(id))[index]?.sha256.equals(sha256) ?? false;
  }

  private async finish(userId: string, id: string, request: CompleteRecordingRequest): Promise<RecordingResponse> {
    const recording = await this.find(userId, id);
    if (recording.status === 'stored') return this.withSlices(recording);
    const slices = await this.repository.slices(recording.id);
    try {
      if (slices.length !== request.slices) throw sliceMissing();
      return await this.putTogether(userId, recording, slices, request);
    } catch (error) {
      // Another tab said it at the same time on another node, and took the slices away.
      const now = await this.find(userId, id);
      if (now.status === 'stored') return this.withSlices(now);
      throw error;
    }
  }

  private async putTogether(
    userId: string,
    { id, contentType }: RecordingRecord,
    slices: readonly SliceRecord[],
    request: CompleteRecordingRequest,
  ): Promise<RecordingResponse> {
    const parts = slices.map(({ index, sha256 }) => sliceKey(id, index, sha256));
    const whole = await this.store.assemble(audioKey(id), parts, { contentType });
    const stored = await this.repository.complete(userId, id, request, whole);
    if (!stored) {
      // Deleted meanwhile, perhaps longer ago than its folder is looked at. Not with its script: that may be restored.
      if (!(await this.repository.exists(id))) await this.store.delete([audioKey(id), ...parts]);
      throw sliceMissing();
    }
    return { recording: toRecording(stored), slices: [] };
  }

  private async find(userId: string, id: string): Promise<RecordingRecord> {
    const recording = await this.repository.find(userId, id);
    if (!recording) throw recordingNotFound();
    return recording;
  }

  private async withSlices(recording: RecordingRecord): Promise<RecordingResponse> {
    const slices = recording.status === 'stored' ? [] : await this.repository.slices(recording.id);
    return { recording: toRecording(recording), slices: slices.map(({ index }) => index) };
  }

  private refuseBeyondQuota({ bytes, dayCount, dayBytes }: RecordedSoFar, more: number): void {
    if (more === 0 && dayCount >= this.policy.perDay) throw dayQuotaReached();
    if (dayBytes + more > this.policy.bytesPerDay) throw dayQuotaReached();
    if (bytes + more > this.policy.bytesInAll) throw spaceQuotaReached();
  }
}
