import type { FeedbackPractice } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { RecordingsService } from '../recordings/recordings.service';
import { TranscriptsService } from '../transcripts/transcripts.service';
import type { JobRecord } from './written-feedback.record';

/** What a mentor reads and hears who holds a request. */
@Injectable()
export class JobPractice {
  constructor(
    private readonly recordings: RecordingsService,
    private readonly transcripts: TranscriptsService,
  ) {}

  async of({ studentId, question, text, note, takeIds }: JobRecord): Promise<FeedbackPractice> {
    const recordings = await this.recordings.storedAmong(studentId, takeIds);
    const transcripts = await this.transcripts.ofRecordings(recordings.map(({ id }) => id));
    const takes = recordings.map((recording) => ({ recording, transcript: transcripts.get(recording.id) ?? null }));
    return { question, text, note, takes };
  }
}
