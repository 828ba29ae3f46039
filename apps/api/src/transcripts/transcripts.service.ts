import type { SpeechToText, Transcript } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { RecordingsService } from '../recordings/recordings.service';
import { Transcriber } from '../transcription/transcriber';
import { TranscriptMaker } from './transcript-maker.service';
import { TranscriptionLimit } from './transcription-limit';
import { notAvailable } from './transcripts.errors';
import { type TranscriptRecord, TranscriptsRepository } from './transcripts.repository';

/** Text of one's own recordings. */
@Injectable()
export class TranscriptsService {
  constructor(
    private readonly repository: TranscriptsRepository,
    private readonly recordings: RecordingsService,
    private readonly maker: TranscriptMaker,
    private readonly transcriber: Transcriber,
    private readonly limit: TranscriptionLimit,
  ) {}

  get speechToText(): SpeechToText {
    const { leavesServer, providerName } = this.transcriber;
    return { available: this.maker.isAvailable, leavesServer, providerName: providerName ?? null };
  }

  async get(userId: string, recordingId: string): Promise<Transcript | null> {
    await this.recordings.findStored(userId, recordingId);
    return this.find(recordingId);
  }

  /** Of a recording that the caller is known to be allowed to hear. */
  async find(recordingId: string): Promise<Transcript | null> {
    const transcript = await this.repository.find(recordingId);
    return transcript ? toTranscript(transcript) : null;
  }

  /** By recording, where there are any. Whose they are the caller has asked before. */
  async ofRecordings(recordingIds: readonly string[]): Promise<ReadonlyMap<string, Transcript>> {
    const found = await this.repository.findAll(recordingIds);
    return new Map(found.map(({ recordingId, ...transcript }) => [recordingId, toTranscript(transcript)]));
  }

  /**
   * Asking twice is asking once; what failed is tried again.
   * @throws DomainError `transcripts/not-available`, `transcripts/quota-reached`
   */
  async ask(userId: string, recordingId: string): Promise<Transcript | null> {
    const known = await this.get(userId, recordingId);
    if (!this.maker.isAvailable) throw notAvailable();
    if (known?.status !== 'waiting' && known?.status !== 'done') this.limit.spend(userId);
    await this.repository.ask(recordingId);
    const transcript = await this.get(userId, recordingId);
    if (transcript?.status === 'waiting') await this.maker.ask(recordingId);
    return transcript;
  }
}

const toTranscript = (record: TranscriptRecord): Transcript => ({ ...record, askedAt: record.askedAt.toISOString() });
