import { type Transcript, Transcriber } from './transcriber';
import { TranscriptionFailed } from './transcription-failed';

/** Learners type their answers. Nothing leaves the server. */
export class NoTranscriber extends Transcriber {
  readonly provider = 'none';
  readonly leavesServer = false;
  readonly providerName = undefined;

  transcribe(): Promise<Transcript> {
    return Promise.reject(new TranscriptionFailed('refused'));
  }
}
