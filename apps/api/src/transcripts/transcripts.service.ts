import type { SpeechToText, Transcript } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { RecordingsService } from '../recordings/recordings.service';
import { Transcriber } from '../transcription/transcriber';
import { TranscriptMaker } from './transcript-maker.service';
import { notAvailable } from './transcripts.errors';
import { TranscriptsRepository } from './transcripts.repository';

/** Text of one's own recordings. */
@Injectable()
export class TranscriptsService {
  constructor(
    private readonly repository: TranscriptsRepository,
    private readonly recordings: RecordingsService,
    private readonly maker: TranscriptMaker,
    private readonly transcriber: Transcriber,
  ) {}

  get speechToText(): SpeechToText {
    const { leavesServer, providerName } = this.transcriber;
    return { available: this.maker.isAvailable, leavesServer, providerName: providerName ?? null };
  }

  async get(userId: string, recordingId: string): Promise<Transcript | null> {
    await this.recordings.findStored(userId, recordingId);
    const transcript = await this.repository.find(recordingId);
    return transcript ? { ...transcript, askedAt: transcript.askedAt.toISOString() } : null;
  }

  /** Asking twice is asking once; what failed is tried again. @throws DomainError `transcripts/not-available` */
  async ask(userId: string, recordingId: string): Promise<Transcript | null> {
    await this.recordings.findStored(userId, recordingId);
    if (!this.maker.isAvailable) throw notAvailable();
    await this.repository.ask(recordingId);
    const transcript = await this.get(userId, recordingId);
    if (transcript?.status === 'waiting') await this.maker.ask(recordingId);
    return transcript;
  }
}
