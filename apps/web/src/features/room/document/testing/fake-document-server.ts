import { settle } from '@ieum/webrtc-client/testing';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { ApiError } from '../../../../shared/lib/api-error';
import type { ApiErrorCode } from '../../../../shared/lib/api-error';
import type { DocumentServer } from '../document-server';

/** For specs: a server whose answers can be refused or held back. */
export class FakeDocumentServer implements DocumentServer {
  readonly doc = new Doc();
  readonly asked: string[] = [];
  readonly sizes: number[] = [];
  refusal: ApiErrorCode | Error | null = null;
  #held: (() => void)[] | null = null;

  load = async () => {
    await this.#answer('load');
    return encodeStateAsUpdate(this.doc);
  };
  append = async (update: Uint8Array) => {
    this.sizes.push(update.byteLength);
    await this.#answer('append');
    applyUpdate(this.doc, update);
  };
  hold(): void {
    this.#held = [];
  }
  async release(): Promise<void> {
    for (const go of this.#held ?? []) go();
    this.#held = null;
    await settle();
  }
  get text(): string {
    return this.doc.getText('t').toString();
  }

  async #answer(what: string): Promise<void> {
    this.asked.push(what);
    const held = this.#held;
    if (held) await new Promise<void>((resolve) => held.push(resolve));
    if (this.refusal instanceof Error) throw this.refusal;
    if (this.refusal) throw new ApiError({ code: this.refusal });
  }
}
