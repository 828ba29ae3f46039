import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GoogleTranscriber } from '../src/transcription/google.transcriber';
import { openSpeechClient } from '../src/transcription/speech-client';
import type { SpokenAudio } from '../src/transcription/transcriber';
import { TranscriptionFailed } from '../src/transcription/transcription-failed';
import { GoogleSpeechServer } from './support/google-speech-server';

const AUDIO: SpokenAudio = { body: Buffer.from('canary-sound'), contentType: 'audio/webm', durationMs: 4_000 };
const LONG: SpokenAudio = { ...AUDIO, durationMs: 61_000 };

const SPOKEN = {
  results: [
    {
      alternatives: [
        {
          transcript: 'I like hiking.',
          confidence: 0.9,
          words: [
            { word: 'I', startTime: { seconds: 0, nanos: 100_000_000 }, endTime: { nanos: 200_000_000 } },
            { word: 'like', startTime: { nanos: 200_000_000 }, endTime: { seconds: 1, nanos: 0 } },
          ],
        },
        { transcript: 'I like biking.' },
      ],
    },
    { alternatives: [{ transcript: ' And the sea.' }] },
  ],
};
const TRANSCRIPT = {
  text: 'I like hiking. And the sea.',
  words: [
    { text: 'I', startMs: 100, endMs: 200 },
    { text: 'like', startMs: 200, endMs: 1000 },
  ],
  noSpeech: false,
};

describe('Google Cloud Speech, by its own client over gRPC', () => {
  let server: GoogleSpeechServer;
  let transcriber: GoogleTranscriber;
  beforeEach(async () => {
    server = await GoogleSpeechServer.start();
    transcriber = new GoogleTranscriber(() => server.client(), { timeoutMs: 5_000, pollMs: 10 });
  });
  afterEach(async () => {
    await transcriber.close();
    server.stop();
  });

  const transcribe = (audio = AUDIO, of = transcriber, signal = new AbortController().signal) =>
    of.transcribe(audio, { language: 'en', signal });
  const failure = async (audio = AUDIO, of = transcriber) => {
    const error: unknown = await transcribe(audio, of).catch((caught: unknown) => caught);
    if (!(error instanceof TranscriptionFailed)) throw new Error('It did not fail so.', { cause: error });
    const { reason, retryable, retryAfterMs, message, stack, cause } = error;
    expect(JSON.stringify({ message, stack, cause, error })).not.toMatch(/canary|127\.0\.0\.1/u);
    return { reason, retryable, retryAfterMs };
  };

  it('is always somebody else’s, and has a name', () => {
    expect([transcriber.leavesServer, transcriber.providerName]).toEqual([true, 'Google Cloud Speech-to-Text']);
  });

  it('is asked at once for up to a minute, and gives the likeliest text with its words', async () => {
    server.says(SPOKEN);
    expect(await transcribe()).toEqual(TRANSCRIPT);
    expect(server.asked).toMatchObject([
      {
        way: 'recognize',
        config: { encoding: 'WEBM_OPUS', sampleRateHertz: 48_000, languageCode: 'en-US', enableWordTimeOffsets: true },
        audio: { content: AUDIO.body },
      },
    ]);
  });

  it('is asked for a longer one as an operation, and again until that is done', async () => {
    server.polls = 3;
    server.says(SPOKEN);
    expect(await transcribe({ ...LONG, contentType: 'audio/ogg' })).toEqual(TRANSCRIPT);
    expect(server.asked).toMatchObject([{ way: 'long-running', config: { encoding: 'OGG_OPUS' } }]);
    expect(server.polls).toBe(0);
  });

  it('that hears nobody gives no text', async () => {
    server.says(
      { results: [] },
      { results: [{ alternatives: [] }] },
      { results: [{ alternatives: [{ transcript: ' ' }] }] },
    );
    for (let n = 0; n < 3; n += 1) expect(await transcribe()).toEqual({ text: '', words: [], noSpeech: true });
  });

  it('gets neither what it cannot read nor what is too much', async () => {
    expect(await failure({ ...AUDIO, contentType: 'audio/mp4' })).toMatchObject({ reason: 'unsupported-audio' });
    expect(await failure({ ...AUDIO, body: Buffer.alloc(10 * 1024 * 1024 + 1) })).toMatchObject({
      reason: 'too-large',
    });
    expect(server.asked).toEqual([]);
  });

  it.each([
    [status.UNAUTHENTICATED, 'canary', 'refused', false],
    [status.PERMISSION_DENIED, 'canary', 'refused', false],
    [status.INVALID_ARGUMENT, 'canary encoding', 'unsupported-audio', false],
    [status.INVALID_ARGUMENT, 'canary: Inline audio exceeds duration limit. Please use a GCS URI.', 'too-large', false],
    [status.OUT_OF_RANGE, 'canary', 'too-large', false],
    [status.DEADLINE_EXCEEDED, 'canary', 'timed-out', true],
    [status.INTERNAL, 'canary', 'unavailable', true],
    [status.UNAVAILABLE, 'canary', 'unavailable', true],
  ] as const)('that answers %s (%s) has failed as %s', async (code, message, reason, retryable) => {
    server.says({ code, message }, { code, message });
    expect(await failure()).toEqual({ reason, retryable, retryAfterMs: undefined });
    expect(await failure(LONG)).toEqual({ reason, retryable, retryAfterMs: undefined });
    // One try each: when it is tried again, its job says.
    expect(server.asked).toHaveLength(2);
  });

  it('that has had enough is left alone for a minute', async () => {
    server.says({ code: status.RESOURCE_EXHAUSTED, message: 'canary' });
    expect(await failure()).toEqual({ reason: 'rate-limited', retryable: true, retryAfterMs: 60_000 });
  });

  it('that failed once works the next time', async () => {
    server.says({ code: status.UNAVAILABLE, message: 'canary' }, SPOKEN);
    expect(await failure()).toMatchObject({ retryable: true });
    expect(await transcribe()).toEqual(TRANSCRIPT);
  });

  it('that says nothing in time is not waited for, and is told so', async () => {
    server.says('nothing');
    const client = await server.client();
    await client.initialize();
    const hasty = new GoogleTranscriber(() => Promise.resolve(client), { timeoutMs: 300 });
    expect(await failure(AUDIO, hasty)).toMatchObject({ reason: 'timed-out', retryable: true });
    await server.cancelled;
    await hasty.close();
  });

  it('that answers without measure has given a bad answer', async () => {
    server.says({ results: [{ alternatives: [{ transcript: 'canary '.repeat(700_000) }] }] });
    expect(await failure()).toMatchObject({ reason: 'bad-answer', retryable: false });
  });

  it('that breaks the connection is unavailable', async () => {
    server.says('reset');
    expect(await failure()).toMatchObject({ reason: 'unavailable', retryable: true });
  });

  it('is left at once where its caller goes', async () => {
    server.says('nothing');
    const caller = new AbortController();
    const going = transcribe(AUDIO, transcriber, caller.signal);
    while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const reason = new Error('the caller went');
    caller.abort(reason);
    await expect(going).rejects.toBe(reason);
  });

  it('refuses where the key file is not there, before anybody is asked', async () => {
    const keyless = new GoogleTranscriber(() => openSpeechClient('/nowhere/canary.json', '127.0.0.1'), {
      timeoutMs: 5_000,
    });
    expect(await failure(AUDIO, keyless)).toMatchObject({ reason: 'refused', retryable: false });
    await keyless.close();
  });
});
