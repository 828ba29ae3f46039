import { readFile } from 'node:fs/promises';
import type { DoctorReason } from '@ieum/api-contract';
import { z } from 'zod';
import type { TranscriptionSettings } from '../config/transcription-settings';
import { boundedText } from '../transcription/bounded-text';
import { ServiceAccount } from '../transcription/speech-client';
import { codeOf, WAIT_WITHIN_MS, when } from './check';

export interface SpeechFacts {
  readonly reasons: readonly DoctorReason[];
  readonly tookMs: number | undefined;
  readonly code: string | undefined;
}

const MOST_BYTES = 2_000_000;

const Models = z.object({ data: z.array(z.object({ id: z.string() })).max(10_000) });

/** Looks at the service without sending it any sound. */
export function probeSpeech(settings: TranscriptionSettings): Promise<SpeechFacts> {
  return settings.provider === 'google' ? readKey(settings.credentialsFile) : askModels(settings);
}

type OpenAiCompatible = Extract<TranscriptionSettings, { provider: 'openai-compatible' }>;

async function askModels({ url, apiKey, model }: OpenAiCompatible): Promise<SpeechFacts> {
  const startedAt = performance.now();
  try {
    const response = await fetch(`${url}/v1/models`, {
      headers: { accept: 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      redirect: 'manual',
      signal: AbortSignal.timeout(WAIT_WITHIN_MS),
    });
    const body = await boundedText(response, MOST_BYTES);
    const tookMs = performance.now() - startedAt;
    const refused = response.status === 401 || response.status === 403;
    const broken = response.status >= 500 || (response.status >= 300 && response.status < 400);
    const reasons = [
      ...when(refused, 'speech-refused'),
      ...when(broken, 'speech-unreachable'),
      // Some servers have one model and no list of them: nothing can be said then.
      ...when(response.ok && lacks(body, model), 'speech-model-missing'),
    ];
    return { reasons, tookMs, code: refused || broken ? `HTTP_${response.status}` : undefined };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { reasons: ['speech-unreachable'], tookMs: undefined, code: timedOut ? 'ETIMEDOUT' : codeOf(error) };
  }
}

function lacks(body: string | undefined, model: string): boolean {
  try {
    const models = Models.safeParse(JSON.parse(body ?? ''));
    return models.success && !models.data.data.some(({ id }) => id === model);
  } catch {
    return false;
  }
}

/** Whether the key is one is said by Google with the first recording alone: asking costs money. */
async function readKey(file: string): Promise<SpeechFacts> {
  try {
    ServiceAccount.parse(JSON.parse(await readFile(file, 'utf8')));
    return { reasons: [], tookMs: undefined, code: undefined };
  } catch (error) {
    return { reasons: ['speech-key-unreadable'], tookMs: undefined, code: codeOf(error) };
  }
}
