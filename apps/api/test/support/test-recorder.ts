import { randomUUID } from 'node:crypto';
import type { RecordingType } from '@ieum/api-contract';
import { contentDigest } from './spoken-answer';
import type { TestAccounts, TestUser } from './test-accounts';
import type { TestAnswer } from './test-requests';

export const DONE = { durationMs: 15_000, voicedMs: 12_000, peaks: [0, 0.5, 1] };

/** Records an answer as the page does, a request at a time. */
export class TestRecorder {
  readonly id = randomUUID();

  constructor(
    private readonly api: TestAccounts,
    private readonly user: TestUser,
    private readonly questionId: string,
  ) {}

  begin(contentType: RecordingType = 'audio/webm'): Promise<TestAnswer> {
    const { id, questionId } = this;
    return this.api.post('/api/recordings', { id, questionId, contentType }, this.user);
  }

  send(index: number, content: Buffer, headers: Record<string, string> = {}, user = this.user): Promise<TestAnswer> {
    return this.api.send(`/api/recordings/${this.id}/slices/${index}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${user.accessToken}`,
        'content-type': 'application/octet-stream',
        'content-digest': contentDigest(content),
        ...headers,
      },
      body: new Uint8Array(content),
    });
  }

  complete(slices: number): Promise<TestAnswer> {
    return this.api.post(`/api/recordings/${this.id}/complete`, { slices, ...DONE }, this.user);
  }

  get(): Promise<TestAnswer> {
    return this.api.get(`/api/recordings/${this.id}`, this.user);
  }

  async audio(headers: Record<string, string> = {}): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
    const answer = await fetch(`${this.api.url}/api/recordings/${this.id}/audio`, {
      headers: { authorization: `Bearer ${this.user.accessToken}`, ...headers },
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  }

  async record(slices: readonly Buffer[]): Promise<void> {
    await granted(this.begin());
    for (const [index, slice] of slices.entries()) await granted(this.send(index, slice));
    await granted(this.complete(slices.length));
  }
}

async function granted(asked: Promise<TestAnswer>): Promise<void> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`A recording was refused: ${status} ${JSON.stringify(body)}`);
}
