import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { JobQueue, JobRun } from '../jobs/job-queue';
import { Jobs } from '../jobs/jobs';
import { audioKey } from '../recordings/recording-keys';
import { ObjectStore } from '../storage/object-store';
import { Transcriber } from '../transcription/transcriber';
import { TranscriptionFailed } from '../transcription/transcription-failed';
import { type AwaitedRecording, type Made, TranscriptsRepository } from './transcripts.repository';

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
    try {
      const made = await this.transcribe(recordingId, { contentType, durationMs }, signal);
      await this.repository.settle(recordingId, askedAt, made);
    } catch (error) {
      const isFailure = error instanceof TranscriptionFailed;
      if (!isLastTry && (!isFailure || error.retryable)) throw error;
      const failure = isFailure ? error.reason : 'unavailable';
      await this.repository.settle(recordingId, askedAt, { status: 'failed', failure });
      if (!isFailure) throw error;
    }
  }

  private async transcribe(
    recordingId: string,
    facts: Pick<AwaitedRecording, 'contentType' | 'durationMs'>,
    signal: AbortSignal,
  ): Promise<Made> {
    const object = await this.store.get(audioKey(recordingId));
    // Deleted just now, and its row with it; or lost.
    if (!object) return { status: 'failed', failure: 'unavailable' };
    const audio = { body: await buffer(object.body), ...facts };
    const { text, words, noSpeech } = await this.transcriber.transcribe(audio, { language: 'en', signal });
    return noSpeech ? { status: 'no-speech' } : { status: 'done', text, words };
  }
}
