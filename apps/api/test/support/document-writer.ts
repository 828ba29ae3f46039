import type { AppendDocumentUpdateResponse, DocumentResponse } from '@ieum/api-contract';
import * as Y from 'yjs';
import type { TestAnswer, TestRequests } from './test-requests';
import type { TestUser } from './test-accounts';

/** A member at work on a consult's document, as a tab is: each saves what the server has not got of theirs. */
export class DocumentWriter {
  readonly doc = new Y.Doc();
  private saved = Y.encodeStateVector(this.doc);

  constructor(
    private readonly api: TestRequests,
    readonly user: TestUser,
    readonly path: string,
  ) {}

  /** Writes at the beginning, so that what two people write meets. */
  write(text: string): void {
    this.doc.getText('notes').insert(0, text);
  }

  get text(): string {
    return this.doc.getText('notes').toString();
  }

  /** Sends what was written since the last time. */
  save(): Promise<TestAnswer> {
    const update = Y.encodeStateAsUpdate(this.doc, this.saved);
    this.saved = Y.encodeStateVector(this.doc);
    return this.send(update);
  }

  send(bytes: Uint8Array): Promise<TestAnswer> {
    return this.api.post(`${this.path}/updates`, { update: Buffer.from(bytes).toString('base64') }, this.user);
  }

  /** Takes in what the server has; returns the number of its last update. */
  async load(): Promise<number> {
    const answer = await this.api.get(this.path, this.user);
    const { update, seq } = answer.body as DocumentResponse;
    if (update !== null) Y.applyUpdate(this.doc, Buffer.from(update, 'base64'));
    return seq;
  }
}

export const seqOf = (answer: TestAnswer) => (answer.body as AppendDocumentUpdateResponse).seq;
