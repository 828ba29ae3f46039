import { Injectable, Module, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/config';
import { GoogleTranscriber } from './google.transcriber';
import { NoTranscriber } from './no-transcriber';
import { OpenAiCompatibleTranscriber } from './open-ai-compatible.transcriber';
import { openSpeechClient } from './speech-client';
import { Transcriber } from './transcriber';

/** By the settings; without any, nobody is asked. */
function transcriberOf({ transcription }: Config): Transcriber {
  if (!transcription) return new NoTranscriber();
  if (transcription.provider === 'openai-compatible') return new OpenAiCompatibleTranscriber(transcription);
  const { credentialsFile, endpoint, timeoutMs } = transcription;
  return new GoogleTranscriber(() => openSpeechClient(credentialsFile, endpoint), { timeoutMs });
}

/** Google's connections end with the application. */
@Injectable()
class TranscriberEnd implements OnModuleDestroy {
  constructor(private readonly transcriber: Transcriber) {}

  async onModuleDestroy(): Promise<void> {
    if (this.transcriber instanceof GoogleTranscriber) await this.transcriber.close();
  }
}

@Module({
  providers: [{ provide: Transcriber, inject: [Config], useFactory: transcriberOf }, TranscriberEnd],
  exports: [Transcriber],
})
export class TranscriptionModule {}
