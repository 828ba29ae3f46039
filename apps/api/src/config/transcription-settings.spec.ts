import { describe, expect, it } from '@jest/globals';
import { BadSetting, readConfig } from './config';

describe('the settings of speech to text', () => {
  it('are of a service of one’s own, which needs its address alone', () => {
    expect(readConfig({ TRANSCRIPTION_URL: 'http://speech:8000' }).transcription).toEqual({
      provider: 'openai-compatible',
      url: 'http://speech:8000',
      apiKey: undefined,
      model: 'Systran/faster-whisper-small',
      name: undefined,
      external: false,
      timeoutMs: 240_000,
    });
  });

  it.each(['https://a.example/v1', 'https://a.example/v1/', 'https://a.example/'])('take %s for the same', (url) => {
    expect(readConfig({ TRANSCRIPTION_URL: url }).transcription).toMatchObject({ url: 'https://a.example' });
  });

  it('are of somebody else’s, who has a name', () => {
    const theirs = { TRANSCRIPTION_URL: 'https://a.example', TRANSCRIPTION_EXTERNAL: 'true' };
    expect(() => readConfig(theirs)).toThrow(
      new BadSetting('The setting TRANSCRIPTION_EXTERNAL cannot be used alone: set TRANSCRIPTION_NAME too.'),
    );
    expect(readConfig({ ...theirs, TRANSCRIPTION_NAME: 'A' }).transcription).toMatchObject({
      external: true,
      name: 'A',
    });
  });

  it('are of Google, or of another, not of both', () => {
    const google = {
      GOOGLE_SPEECH_CREDENTIALS_FILE: '/etc/key.json',
      GOOGLE_SPEECH_ENDPOINT: 'eu-speech.googleapis.com',
    };
    expect(readConfig(google).transcription).toEqual({
      provider: 'google',
      credentialsFile: '/etc/key.json',
      endpoint: 'eu-speech.googleapis.com',
      timeoutMs: 240_000,
    });
    expect(() => readConfig({ ...google, TRANSCRIPTION_URL: 'http://speech:8000' })).toThrow(/exclude each other/u);
  });

  it('are none where only a model or a key is set, as compose files do', () => {
    expect(readConfig({ TRANSCRIPTION_MODEL: 'm', TRANSCRIPTION_API_KEY: 'k' }).transcription).toBeUndefined();
  });

  it.each([
    ['TRANSCRIPTION_URL', 'ftp://canary'],
    ['TRANSCRIPTION_URL', 'https://user:canary@a.example'],
    ['TRANSCRIPTION_URL', 'https://a.example?key=canary'],
    ['TRANSCRIPTION_EXTERNAL', 'canary'],
    ['TRANSCRIPTION_TIMEOUT_SECONDS', '291'],
    ['TRANSCRIPTION_NAME', 'canary'.repeat(11)],
    ['GOOGLE_SPEECH_ENDPOINT', 'https://canary'],
  ])('refuse %s=%s without repeating it', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(new RegExp(`^(?!.*canary)The setting ${name} cannot be used: set it to .+\\.$`, 'u'));
  });
});
