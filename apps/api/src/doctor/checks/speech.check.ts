import type { DoctorFinding } from '@ieum/api-contract';
import { type DoctorCheck, finding } from '../check';
import { probeSpeech } from '../speech-probe';
import type { Subject } from '../subject';

export class SpeechCheck implements DoctorCheck {
  readonly name = 'speech-to-text';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const { transcription } = this.subject.config;
    if (!transcription) return [finding(this.name, ['speech-none'])];
    const { reasons, tookMs, code } = await probeSpeech(transcription);
    return [finding(this.name, reasons, { tookMs, code })];
  }
}
