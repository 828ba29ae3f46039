import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@ieum/turn-client/testing';
import { OpenAiCompatibleTranscriber } from '../src/transcription/open-ai-compatible.transcriber';
import type { SpokenAudio } from '../src/transcription/transcriber';
import { TranscriptionFailed } from '../src/transcription/transcription-failed';
import { figureOf, findingsOf, reportOn, verdict } from './support/doctor-fixtures';
import { SpeechServer } from './support/speech-server';

const KEY = 'canary-key-of-the-service';
const AUDIO: SpokenAudio = { body: Buffer.from('canary-sound'), contentType: 'audio/webm', durationMs: 4_000 };

const SPOKEN = {
  task: 'transcribe',
  language: 'english',
  duration: 4,
  text: 'I like hiking.',
  segments: [
    { id: 0, start: 0, end: 2, text: ' I like hiking.', no_speech_prob: 0.02, avg_logprob: -0.2, tokens: [1] },
  ],
};
const WORDS = [
  { word: 'I', start: 0.1, end: 0.2 },
  { word: 'like', start: 0.2, end: 0.5 },
  { word: 'hiking.', start: 0.5, end: 1.25 },
];

describe('a service with OpenAI’s audio API', () => {
  let server: SpeechServer;
  beforeEach(async () => {
    server = await SpeechServer.start();
  });
  afterEach(() => server.stop());

  const transcriber = (changes: { timeoutMs?: number; url?: string; apiKey?: string } = {}) =>
    new OpenAiCompatibleTranscriber({
      provider: 'openai-compatible',
      url: server.url,
      apiKey: undefined,
      model: 'Systran/faster-whisper-small',
      name: undefined,
      external: false,
      timeoutMs: 5_000,
      ...changes,
    });
  const transcribe = (changes: Parameters<typeof transcriber>[0] = {}, audio = AUDIO, signal = neverAborted()) =>
    transcriber(changes).transcribe(audio, { language: 'en', signal });
  /** What it fails with; everything that it carries. */
  const failure = async (changes: Parameters<typeof transcriber>[0] = {}) => {
    const error: unknown = await transcribe(changes).catch((caught: unknown) => caught);
    if (!(error instanceof TranscriptionFailed)) throw new Error('It did not fail so.', { cause: error });
    const { reason, retryable, retryAfterMs, message, stack, cause } = error;
    const all = JSON.stringify({ message, stack, cause, error });
    for (const secret of [KEY, 'canary', new URL(changes.url ?? server.url).host]) expect(all).not.toContain(secret);
    return { reason, retryable, retryAfterMs };
  };

  it('gets the recording, the model and the language, and gives the text with its words', async () => {
    server.says({ status: 200, body: { ...SPOKEN, words: WORDS } });
    server.key = KEY;
    expect(await transcribe({ apiKey: KEY })).toEqual({
      text: 'I like hiking.',
      words: [
        { text: 'I', startMs: 100, endMs: 200 },
        { text: 'like', startMs: 200, endMs: 500 },
        { text: 'hiking.', startMs: 500, endMs: 1250 },
      ],
      noSpeech: false,
    });
    expect(server.heard).toEqual([
      {
        authorization: `Bearer ${KEY}`,
        fields: [
          ['model', 'Systran/faster-whisper-small'],
          ['language', 'en'],
          ['response_format', 'verbose_json'],
          ['temperature', '0'],
          ['timestamp_granularities[]', 'word'],
          ['timestamp_granularities[]', 'segment'],
        ],
        file: { name: 'answer.webm', type: 'audio/webm', body: AUDIO.body },
      },
    ]);
  });

  it.each([
    ['audio/ogg', 'answer.ogg'],
    ['audio/mp4', 'answer.mp4'],
  ] as const)('gets %s by a name that says so, and no key where there is none', async (contentType, name) => {
    server.says({ status: 200, body: SPOKEN });
    expect((await transcribe({}, { ...AUDIO, contentType })).words).toEqual([]);
    expect(server.heard).toMatchObject([{ authorization: undefined, file: { name, type: contentType } }]);
  });

  it('that hears nobody gives no text, whatever it has made up', async () => {
    server.says(
      { status: 200, body: { ...SPOKEN, text: '', segments: [] } },
      {
        status: 200,
        body: {
          text: 'Thank you.',
          segments: [{ ...SPOKEN.segments[0], text: 'Thank you.', no_speech_prob: 0.7, avg_logprob: -1.1 }],
          words: WORDS,
        },
      },
      { status: 200, body: { text: 'Subtitles by the Amara.org community' } },
    );
    for (let n = 0; n < 3; n += 1) expect(await transcribe()).toEqual({ text: '', words: [], noSpeech: true });
  });

  it.each([
    [401, 'refused', false],
    [403, 'refused', false],
    [400, 'unsupported-audio', false],
    [415, 'unsupported-audio', false],
    [413, 'too-large', false],
    [302, 'bad-answer', false],
    [418, 'bad-answer', false],
    [404, 'unavailable', true],
    [500, 'unavailable', true],
    [503, 'unavailable', true],
  ] as const)('that answers %s has failed as %s', async (status, reason, retryable) => {
    server.says({ status, body: { error: 'canary-error' }, headers: { location: 'http://127.0.0.1:9/canary' } });
    expect(await failure({ apiKey: KEY })).toEqual({ reason, retryable, retryAfterMs: undefined });
  });

  it('that has had enough says for how long', async () => {
    server.says({ status: 429, body: 'canary', headers: { 'retry-after': '7' } }, { status: 429, body: '' });
    expect(await failure()).toEqual({ reason: 'rate-limited', retryable: true, retryAfterMs: 7_000 });
    expect(await failure()).toEqual({ reason: 'rate-limited', retryable: true, retryAfterMs: undefined });
  });

  it('that failed once works the next time', async () => {
    server.says({ status: 500, body: 'canary' }, { status: 200, body: SPOKEN });
    expect(await failure()).toMatchObject({ reason: 'unavailable', retryable: true });
    expect(await transcribe()).toMatchObject({ text: 'I like hiking.' });
  });

  it('that says nothing in time is not waited for', async () => {
    server.says('nothing');
    expect(await failure({ timeoutMs: 100 })).toMatchObject({ reason: 'timed-out', retryable: true });
  });

  it('that breaks the connection, or is not there, is unavailable', async () => {
    server.says('reset');
    expect(await failure()).toMatchObject({ reason: 'unavailable', retryable: true });
    expect(await failure({ url: `http://127.0.0.1:${await freePort()}` })).toMatchObject({ reason: 'unavailable' });
  });

  it.each([
    ['no JSON', '{"text":"canary'],
    ['another shape', { transcript: 'canary' }],
    ['times that are none', { ...SPOKEN, words: [{ word: 'canary', start: 'x', end: 1 }] }],
  ])('that answers with %s has given a bad answer', async (_, body) => {
    server.says({ status: 200, body });
    expect(await failure()).toMatchObject({ reason: 'bad-answer', retryable: false });
  });

  it('that answers without end is cut off', async () => {
    server.says('endless');
    expect(await failure()).toMatchObject({ reason: 'bad-answer' });
  });

  it('is left at once where its caller goes', async () => {
    server.says('nothing');
    const caller = new AbortController();
    const going = transcribe({}, AUDIO, caller.signal);
    while (server.heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const reason = new Error('the caller went');
    caller.abort(reason);
    await expect(going).rejects.toBe(reason);
  });

  it('is found by the doctor: it answers, refuses the key, lacks the model, is away', async () => {
    const settings = { TRANSCRIPTION_URL: server.url };
    const [found] = findingsOf(await reportOn({ settings }), 'speech-to-text');
    expect(found).toMatchObject({ state: 'ok', reasons: [] });
    expect(found && figureOf(found, 'tookMs')).toBeGreaterThan(0);
    expect(server.heard).toEqual([]);
    server.models = ['another/model'];
    expect(await verdict('speech-to-text', { settings })).toEqual(['failing', 'speech-model-missing']);
    server.models = undefined;
    expect(await verdict('speech-to-text', { settings })).toEqual(['ok']);
    server.key = KEY;
    expect(await verdict('speech-to-text', { settings })).toEqual(['failing', 'speech-refused']);
    server.models = ['Systran/faster-whisper-small'];
    expect(await verdict('speech-to-text', { settings: { ...settings, TRANSCRIPTION_API_KEY: KEY } })).toEqual(['ok']);
    const away = { TRANSCRIPTION_URL: `http://127.0.0.1:${await freePort()}` };
    expect(await verdict('speech-to-text', { settings: away })).toEqual(['failing', 'speech-unreachable']);
    const google = { GOOGLE_SPEECH_CREDENTIALS_FILE: '/nowhere/key.json' };
    expect(await verdict('speech-to-text', { settings: google })).toEqual(['failing', 'speech-key-unreadable']);
  });
});

const neverAborted = (): AbortSignal => new AbortController().signal;
