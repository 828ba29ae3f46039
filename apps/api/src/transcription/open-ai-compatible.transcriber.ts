import type { TranscriptionSettings } from '../config/transcription-settings';
import { boundedText } from './bounded-text';
import { OpenAiAnswer, toTranscript } from './open-ai-answer';
import { retryAfterMs } from './retry-after';
import { type SpokenAudio, type TranscribeOptions, type Transcript, Transcriber } from './transcriber';
import { TranscriptionFailed, type TranscriptionFailure } from './transcription-failed';

/** Fifteen minutes with every word and every token are about a tenth of it. */
const MOST_ANSWER_BYTES = 8 * 1024 * 1024;

/** Servers tell the format by the ending. The name says nothing about the recording. */
const FILE_NAMES: Readonly<Record<SpokenAudio['contentType'], string>> = {
  'audio/webm': 'answer.webm',
  'audio/ogg': 'answer.ogg',
  'audio/mp4': 'answer.mp4',
};

const FAILURES: Readonly<Record<number, TranscriptionFailure>> = {
  400: 'unsupported-audio',
  401: 'refused',
  403: 'refused',
  // A model that was not downloaded yet: once it is there, it works.
  404: 'unavailable',
  408: 'unavailable',
  413: 'too-large',
  415: 'unsupported-audio',
  422: 'unsupported-audio',
  425: 'unavailable',
  429: 'rate-limited',
};

type Settings = Extract<TranscriptionSettings, { provider: 'openai-compatible' }>;

/** Any server with OpenAI's `POST /v1/audio/transcriptions`: Speaches, faster-whisper-server, whisper.cpp, OpenAI. */
export class OpenAiCompatibleTranscriber extends Transcriber {
  readonly provider = 'openai-compatible';

  constructor(private readonly settings: Settings) {
    super();
  }

  get leavesServer(): boolean {
    return this.settings.external;
  }

  get providerName(): string | undefined {
    return this.settings.name;
  }

  async transcribe(audio: SpokenAudio, { language, signal }: TranscribeOptions): Promise<Transcript> {
    const timeout = AbortSignal.timeout(this.settings.timeoutMs);
    try {
      const response = await this.post(audio, language, AbortSignal.any([signal, timeout]));
      if (!response.ok) {
        await response.body?.cancel();
        throw failureOf(response);
      }
      return toTranscript(parse(await boundedText(response, MOST_ANSWER_BYTES)));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TranscriptionFailed) throw error;
      throw new TranscriptionFailed(timeout.aborted ? 'timed-out' : 'unavailable');
    }
  }

  private post(audio: SpokenAudio, language: 'en', signal: AbortSignal): Promise<Response> {
    const form = new FormData();
    form.set(
      'file',
      new Blob([new Uint8Array(audio.body)], { type: audio.contentType }),
      FILE_NAMES[audio.contentType],
    );
    form.set('model', this.settings.model);
    form.set('language', language);
    form.set('response_format', 'verbose_json');
    // Nothing is made up to fill a pause: the likeliest words only.
    form.set('temperature', '0');
    form.append('timestamp_granularities[]', 'word');
    form.append('timestamp_granularities[]', 'segment');
    const { apiKey, url } = this.settings;
    return fetch(`${url}/v1/audio/transcriptions`, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      // A recording goes where the operator said, and nowhere else.
      redirect: 'manual',
      signal,
    });
  }
}

function failureOf({ status, headers }: Response): TranscriptionFailed {
  const reason = FAILURES[status] ?? (status >= 500 ? 'unavailable' : 'bad-answer');
  return new TranscriptionFailed(reason, retryAfterMs(headers.get('retry-after'), Date.now()));
}

function parse(text: string | undefined): OpenAiAnswer {
  if (text === undefined) throw new TranscriptionFailed('bad-answer');
  try {
    return OpenAiAnswer.parse(JSON.parse(text));
  } catch {
    // What is wrong with it quotes it: no cause.
    throw new TranscriptionFailed('bad-answer');
  }
}
