import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { JobQueue, JobRun } from '../jobs/job-queue';
import { Jobs } from '../jobs/jobs';
import { audioKey } from '../recordings/recording-keys';
import { ObjectStore } from '../storage/object-store';
import { Transcriber } from '../transcription/transcriber';
import { TranscriptionFailed } from '../transcription/transcription-failed';
import { TranscriptsRepository } from './transcripts.repository';

const TRANSCRIPTS: JobQueue = {
  name: 'transcripts',
  retryLimit: 4,
  retryDelaySeconds: 10,
  expireInSeconds: 20 * 60,
};

/** Where less than this was louder than silence nobody spoke: a service would only invent something. */
const SPEECH_MS = 300;

/** Makes text of recordings, one after the other on each node. */
@Injectable()
export class TranscriptMaker {
  constructor(
    private readonly repository: TranscriptsRepository,
    private readonly store: ObjectStore,
    private readonly transcriber: Transcriber,
    private readonly jobs: Jobs,
  ) {
    if (transcriber.provider === 'none') return;
    const due = async () => (await repository.waiting()).map((id) => ({ key: id, data: { recordingId: id } }));
    jobs.work(TRANSCRIPTS, (run) => this.make(run), { concurrency: 1, due });
  }

  get isAvailable(): boolean {
    return this.transcriber.provider !== 'none';
  }

  async ask(recordingId: string): Promise<void> {
    await this.jobs.enqueue(TRANSCRIPTS, { recordingId }, { key: recordingId });
  }

  private async make({ data, signal, isLastTry }: JobRun): Promise<void> {
    const { recordingId = '' } = data;
    const awaited = await this.repository.awaited(recordingId);
    if (!awaited) return;
    const { contentType, durationMs, voicedMs, askedAt } = awaited;
    if (voicedMs !== null && voicedMs < SPEECH_MS)
      return this.repository.settle(recordingId, askedAt, { status: 'no-speech' });
    const object = await this.store.get(audioKey(recordingId));
    // Deleted just now: its row goes with it.
    if (!object) return;
    const body = await buffer(object.body);
    try {
      const audio = { body, contentType, durationMs };
      const { text, words, noSpeech } = await this.transcriber.transcribe(audio, { language: 'en', signal });
      await this.repository.settle(
        recordingId,
        askedAt,
        noSpeech ? { status: 'no-speech' } : { status: 'done', text, words },
      );
    } catch (error) {
      if (!(error instanceof TranscriptionFailed) || (error.retryable && !isLastTry)) throw error;
      await this.repository.settle(recordingId, askedAt, { status: 'failed', failure: error.reason });
    }
  }
}
