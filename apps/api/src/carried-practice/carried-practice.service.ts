import type { CarriedPractice, SaveCorrectedRequest, Script } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { AuthUser } from '../auth/auth-user';
import { recordingNotFound } from '../recordings/recordings.errors';
import { RecordingsService, type Sound } from '../recordings/recordings.service';
import { scriptNotFound } from '../scripts/scripts.errors';
import { ScriptsService } from '../scripts/scripts.service';
import { TranscriptsService } from '../transcripts/transcripts.service';
import { PracticeAccess } from './practice-access.service';

/** What students let mentors have of their practice: a script and takes of it, for one consult. */
@Injectable()
export class CarriedPracticeService {
  constructor(
    private readonly access: PracticeAccess,
    private readonly scripts: ScriptsService,
    private readonly recordings: RecordingsService,
    private readonly transcripts: TranscriptsService,
  ) {}

  /** `null`: it carries none, or the caller may not read it. @throws DomainError `consults/not-found` */
  async get(user: AuthUser, consultId: string): Promise<CarriedPractice | null> {
    const readable = await this.access.findReadable(user, consultId);
    if (!readable) return null;
    const { studentId, link } = readable;
    const { question, id, text, revision, deletedAt } = await this.scripts.get(studentId, link.scriptId);
    if (deletedAt) return null;
    const takes = await this.recordings.storedAmong(studentId, link.recordingIds);
    const transcripts = await this.transcripts.ofRecordings(takes.map((take) => take.id));
    return {
      question,
      script: { id, text, revision },
      takes: takes.map((recording) => ({ recording, transcript: transcripts.get(recording.id) ?? null })),
    };
  }

  /** The sound of a carried take. @throws DomainError `consults/not-found`, `recordings/not-found` */
  async sound(user: AuthUser, consultId: string, recordingId: string, range: string | undefined): Promise<Sound> {
    const readable = await this.access.findReadable(user, consultId);
    if (!readable?.link.recordingIds.includes(recordingId)) throw recordingNotFound();
    return this.recordings.audio(readable.studentId, recordingId, range);
  }

  /** The student takes over what was corrected. @throws DomainError `consults/not-found`, `scripts/*` */
  async saveCorrected(userId: string, consultId: string, corrected: SaveCorrectedRequest): Promise<Script> {
    const link = await this.access.findOwn(userId, consultId);
    if (!link) throw scriptNotFound();
    return this.scripts.correct(userId, link.scriptId, corrected);
  }
}
