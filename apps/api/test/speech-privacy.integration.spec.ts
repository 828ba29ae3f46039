import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Transcriber } from '../src/transcription/transcriber';
import { OpenAiCompatibleTranscriber } from '../src/transcription/open-ai-compatible.transcriber';
import { openDatabase } from '../src/database/data-source';
import { JobNode, QUEUE } from './support/job-node';
import { makeFolder, Product } from './support/product';
import { SpeechServer } from './support/speech-server';
import { makeDatabase } from './support/template-database';
import { TestAccounts } from './support/test-accounts';
import { startTestApi } from './support/test-api';

describe('without any setting', () => {
  it('nobody makes text of a recording, and the page is told so', async () => {
    const api = await startTestApi();
    const transcriber = api.app.get(Transcriber, { strict: false });
    expect([transcriber.provider, transcriber.leavesServer, transcriber.providerName]).toEqual([
      'none',
      false,
      undefined,
    ]);
    const audio = { body: Buffer.from('canary'), contentType: 'audio/webm', durationMs: 1 } as const;
    const failed = transcriber.transcribe(audio, { language: 'en', signal: new AbortController().signal });
    await expect(failed).rejects.toMatchObject({ reason: 'refused', retryable: false });
    await api.close();
  });

  it('the server takes no way out but to its database', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const file = resolve(import.meta.dirname, 'support/tell-connections.cjs');
    const product = Product.start(folder.path, {
      env: { DATABASE_URL: database.url, NODE_OPTIONS: `--require ${file}` },
    });
    const dataSource = await openDatabase(database.url);
    const api = new TestAccounts((await product.ready()).url, dataSource);
    const student = await api.registerStudent();
    await api.get('/api/auth/me', student);
    await dataSource.destroy();
    expect(await product.stop()).toBe(0);
    await database.drop();
    await folder.remove();
    const waysOut = new Set([...product.said.matchAll(/^WAY OUT (.+)$/gmu)].map(([, where]) => where));
    const { hostname, port } = new URL(database.url);
    expect([...waysOut].filter((where) => !where?.startsWith('for the address of'))).toEqual([`${hostname}:${port}`]);
    for (const where of waysOut) expect(where).toContain(hostname);
  });
});

describe('a recording of which no text could be made', () => {
  const lines: string[] = [];
  beforeAll(() => {
    const keep = (...words: unknown[]): void => void lines.push(words.join(' '));
    Logger.overrideLogger({ log: keep, warn: keep, error: keep, debug: keep, verbose: keep, fatal: keep });
  });
  afterAll(() => Logger.overrideLogger(false));

  it('leaves no word, key, name or address in the log or in its job', async () => {
    const server = await SpeechServer.start();
    const database = await makeDatabase();
    const node = await JobNode.open(database.url);
    const transcriber = new OpenAiCompatibleTranscriber({
      provider: 'openai-compatible',
      url: server.url,
      apiKey: 'canary-key',
      model: 'canary-model',
      name: 'canary-name',
      external: true,
      timeoutMs: 5_000,
    });
    const quoting = { error: { message: 'canary-key canary-words', file: 'canary-file' } };
    server.says(
      { status: 401, body: quoting },
      { status: 200, body: { text: 'canary-words', segments: 'canary-words' } },
      { status: 500, body: quoting },
      'reset',
    );
    const audio = { body: Buffer.from('canary-sound'), contentType: 'audio/webm', durationMs: 1_000 } as const;
    node.work(QUEUE, async ({ signal }) => void (await transcriber.transcribe(audio, { language: 'en', signal })));
    for (const outcome of ['failed', 'failed', 'retried', 'retried']) {
      const ended = node.ended();
      await node.jobs.enqueue(QUEUE, { recordingId: randomUUID() }, { key: randomUUID() });
      expect(await ended).toBe(outcome);
      await node.query(`UPDATE pgboss.job SET start_after = now() + interval '1 hour' WHERE state = 'retry'`);
    }
    const rows = await node.query<{ line: string }>('SELECT to_jsonb(j)::text AS line FROM pgboss.job j');
    await node.close();
    await database.drop();
    await server.stop();
    expect(server.heard).toHaveLength(4);
    // It does log: silence would prove nothing.
    expect(lines.join('\n')).toContain('No text was made of a recording: refused.');
    expect(rows).toHaveLength(4);
    const told = [...lines, ...rows.map(({ line }) => line)].join('\n');
    for (const secret of ['canary', new URL(server.url).host]) expect(told).not.toContain(secret);
  });
});
