import { setTimeout as wait } from 'node:timers/promises';
import { ZodError } from 'zod';
import { toTranscript } from './google-answer';
import { failureOf } from './google-failure';
import type { SpeechClient } from './speech-client';
import { type SpokenAudio, type TranscribeOptions, type Transcript, Transcriber } from './transcriber';
import { TranscriptionFailed } from './transcription-failed';

/** What a request may carry (Cloud Speech-to-Text, quotas and limits). */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_AT_ONCE_MS = 60_000;
const POLL_MS = 1_000;

/** MP4, which Safari records, is not among the formats of Google's v1. */
const ENCODINGS: Readonly<Record<SpokenAudio['contentType'], 'WEBM_OPUS' | 'OGG_OPUS' | undefined>> = {
  'audio/webm': 'WEBM_OPUS',
  'audio/ogg': 'OGG_OPUS',
  'audio/mp4': undefined,
};

/** Opus always runs at it (RFC 6716), whatever the microphone does. */
const SAMPLE_RATE = 48_000;

interface Settings {
  readonly timeoutMs: number;
  /** How often it is asked whether a long one is done. */
  readonly pollMs?: number;
}

/**
 * Google Cloud Speech-to-Text, v1. Up to a minute is answered at once. Longer ones are asked for as a long-running operation with the
 * audio inside the request, up to 10 MB; where Google insists on a bucket for them, it is `too-large`: we do not put recordings
 * of learners into a bucket.
 */
export class GoogleTranscriber extends Transcriber {
  readonly provider = 'google';
  readonly leavesServer = true;
  readonly providerName = 'Google Cloud Speech-to-Text';
  private client: SpeechClient | undefined;
  private opening: Promise<SpeechClient> | undefined;

  constructor(
    private readonly open: () => Promise<SpeechClient>,
    private readonly settings: Settings,
  ) {
    super();
  }

  async transcribe(audio: SpokenAudio, { signal }: TranscribeOptions): Promise<Transcript> {
    const encoding = ENCODINGS[audio.contentType];
    if (!encoding) throw new TranscriptionFailed('unsupported-audio');
    if (audio.body.byteLength > MOST_BYTES) throw new TranscriptionFailed('too-large');
    const timeout = AbortSignal.timeout(this.settings.timeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    try {
      const request = {
        config: {
          encoding,
          sampleRateHertz: SAMPLE_RATE,
          languageCode: 'en-US',
          enableWordTimeOffsets: true,
          enableAutomaticPunctuation: true,
        },
        audio: { content: audio.body },
      };
      const client = await this.connect();
      either.throwIfAborted();
      const isShort = audio.durationMs <= MOST_AT_ONCE_MS;
      return toTranscript(await (isShort ? this.atOnce(client, request, either) : this.later(client, request, either)));
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) throw new TranscriptionFailed('timed-out');
      throw error instanceof ZodError ? new TranscriptionFailed('bad-answer') : failureOf(error);
    }
  }

  /** Ends the connections. */
  async close(): Promise<void> {
    await this.client?.close();
    this.client = this.opening = undefined;
  }

  private async atOnce(client: SpeechClient, request: Request, signal: AbortSignal): Promise<unknown> {
    const call = client.recognize(request, this.callOptions);
    return (await until(call, signal))[0];
  }

  private async later(client: SpeechClient, request: Request, signal: AbortSignal): Promise<unknown> {
    const [operation] = await until(client.longRunningRecognize(request, this.callOptions), signal);
    const name = operation.name;
    if (!name) throw new TranscriptionFailed('bad-answer');
    for (;;) {
      const progress = await until(client.checkLongRunningRecognizeProgress(name), signal);
      if (progress.error) throw progress.error;
      if (progress.done) return progress.result;
      await wait(this.settings.pollMs ?? POLL_MS, undefined, { signal });
    }
  }

  /** Whether it is tried again is the caller's to say, who knows of everybody that waits. */
  private get callOptions() {
    return { timeout: this.settings.timeoutMs, retry: null };
  }

  /** Ready before the first call: a call that finds it unready throws where nobody can catch it. */
  private async openReady(): Promise<SpeechClient> {
    const client = await this.open();
    await client.initialize();
    return client;
  }

  /** One client for all; one that could not be made is made anew. */
  private async connect(): Promise<SpeechClient> {
    this.opening ??= this.openReady();
    try {
      return (this.client = await this.opening);
    } catch (error) {
      this.opening = undefined;
      throw error instanceof ZodError ? new TranscriptionFailed('refused') : error;
    }
  }
}

type Request = NonNullable<Parameters<SpeechClient['recognize']>[0]>;

/** The call's result, unless the signal comes first: Google's client cannot be called off, so the call runs to its own deadline. */
async function until<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([call, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
