import { z } from 'zod';

/** `https://host/v1/` and `https://host` are the same service: the path is ours to add. */
export const speechUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !new URL(url).username && !new URL(url).search && !new URL(url).hash)
  .transform((url) => url.replace(/\/+$/u, '').replace(/\/v1$/u, ''));

export const yesOrNo = z.enum(['true', 'false']).transform((word) => word === 'true');

/** Who makes text of recordings. */
export type TranscriptionSettings =
  | {
      readonly provider: 'openai-compatible';
      /** Without `/v1`. */
      readonly url: string;
      readonly apiKey: string | undefined;
      readonly model: string;
      /** What the page calls it; there is one where recordings leave the deployment. */
      readonly name: string | undefined;
      /** Whether it is somebody else's: recordings leave the deployment. */
      readonly external: boolean;
      readonly timeoutMs: number;
    }
  | {
      readonly provider: 'google';
      /** The key of a service account, in JSON. */
      readonly credentialsFile: string;
      /** A region's own address, for example `eu-speech.googleapis.com`; `undefined`: the global one. */
      readonly endpoint: string | undefined;
      readonly timeoutMs: number;
    };

/** The names of its environment variables, as they were parsed. */
interface Given {
  readonly TRANSCRIPTION_URL?: string | undefined;
  readonly TRANSCRIPTION_API_KEY?: string | undefined;
  readonly TRANSCRIPTION_MODEL: string;
  readonly TRANSCRIPTION_NAME?: string | undefined;
  readonly TRANSCRIPTION_EXTERNAL: boolean;
  readonly TRANSCRIPTION_TIMEOUT_SECONDS: number;
  readonly GOOGLE_SPEECH_CREDENTIALS_FILE?: string | undefined;
  readonly GOOGLE_SPEECH_ENDPOINT?: string | undefined;
}

/** `undefined`: nobody does. What is wrong with them together goes to `refuse`, as one line. */
export function transcriptionOf(given: Given, refuse: (line: string) => never): TranscriptionSettings | undefined {
  const { TRANSCRIPTION_URL: url, GOOGLE_SPEECH_CREDENTIALS_FILE: credentialsFile } = given;
  const timeoutMs = given.TRANSCRIPTION_TIMEOUT_SECONDS * 1000;
  if (url && credentialsFile) {
    return refuse(
      'The settings TRANSCRIPTION_URL and GOOGLE_SPEECH_CREDENTIALS_FILE exclude each other: leave one away.',
    );
  }
  if (credentialsFile)
    return { provider: 'google', credentialsFile, endpoint: given.GOOGLE_SPEECH_ENDPOINT, timeoutMs };
  if (!url) return undefined;
  const { TRANSCRIPTION_EXTERNAL: external, TRANSCRIPTION_NAME: name } = given;
  // Nobody can consent to a service that is not named.
  if (external && !name)
    return refuse('The setting TRANSCRIPTION_EXTERNAL cannot be used alone: set TRANSCRIPTION_NAME too.');
  return {
    provider: 'openai-compatible',
    url,
    apiKey: given.TRANSCRIPTION_API_KEY,
    model: given.TRANSCRIPTION_MODEL,
    name,
    external,
    timeoutMs,
  };
}
