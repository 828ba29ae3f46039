import { readFile } from 'node:fs/promises';
import type { v1 } from '@google-cloud/speech';
import { z } from 'zod';

/** What we use of Google's client. */
export type SpeechClient = Pick<
  v1.SpeechClient,
  'initialize' | 'recognize' | 'longRunningRecognize' | 'checkLongRunningRecognizeProgress' | 'close'
>;

/** What a client is made with. An answer for a quarter of an hour is far below this; without it there is no limit. */
export const CLIENT_OPTIONS = { 'grpc.max_receive_message_length': 4 * 1024 * 1024 } as const;

/** The key of a service account, as Google's console gives it. */
export const ServiceAccount = z.object({
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  universe_domain: z.string().default('googleapis.com'),
});

/**
 * The library with its protocols is 20 MB in memory: it is loaded where somebody uses it, and only there. Without a key it
 * would ask the network whose machine this is, so the key is read first.
 * @throws what reading the file throws, and ZodError where it is no key
 */
export async function openSpeechClient(credentialsFile: string, endpoint: string | undefined): Promise<SpeechClient> {
  const credentials = ServiceAccount.parse(JSON.parse(await readFile(credentialsFile, 'utf8')));
  const { SpeechClient: Client } = await import('@google-cloud/speech');
  return new Client({ ...CLIENT_OPTIONS, credentials, ...(endpoint ? { apiEndpoint: endpoint } : {}) });
}
