import { EventEmitter, once } from 'node:events';
import type { ConsultResponse } from '@ieum/api-contract';
import { aRequest } from './consult-fixtures';
import { type TestAnswer, TestRequests } from './test-requests';
import type { TestUser } from './test-accounts';

/** How long a page waits before it sends again what was not answered. */
const AGAIN_MS = 100;

/**
 * A student who asks for help and takes it back, again and again, and sends each request until it is answered: the id
 * with which they made it keeps it from being made twice, and what is cancelled is so however often that is asked for.
 */
export class Writer {
  /** The consults whose making and cancelling were both granted, in order. */
  readonly kept: string[] = [];
  /** How often the server could not, or was not there. */
  refused = 0;
  private stopped = false;
  private readonly events = new EventEmitter();

  private readonly api: TestRequests;

  constructor(
    url: string,
    readonly student: TestUser,
    private readonly tokenOf: (user: TestUser) => string = ({ accessToken }) => accessToken,
  ) {
    this.api = new TestRequests(url);
  }

  get count(): number {
    return this.kept.length;
  }

  /** Ends after `stop`, with nothing left half done. */
  async write(): Promise<void> {
    while (!this.stopped) {
      const request = aRequest();
      const { consult } = (await this.until(201, '/api/consults', request)).body as ConsultResponse;
      await this.until(200, `/api/consults/${consult.id}/cancel`);
      this.kept.push(consult.id);
      this.events.emit('granted');
    }
  }

  /** Waits until so many were granted. */
  async granted(count: number): Promise<void> {
    while (this.count < count) await once(this.events, 'granted');
  }

  stop(): void {
    this.stopped = true;
  }

  private async until(status: number, path: string, body?: unknown): Promise<TestAnswer> {
    for (;;) {
      const answer = await this.send(path, body);
      if (answer?.status === status) return answer;
      const isTooOften = answer?.status === 429;
      if (answer && answer.status < 500 && !isTooOften) {
        throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`);
      }
      if (!isTooOften) this.refused += 1;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  private async send(path: string, body: unknown): Promise<TestAnswer | undefined> {
    try {
      return await this.api.post(path, body, { accessToken: this.tokenOf(this.student) });
    } catch {
      return undefined;
    }
  }
}
