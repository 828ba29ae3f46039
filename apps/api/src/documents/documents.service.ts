import { DOCUMENT_MAX_BYTES, type DocumentPart, type DocumentResponse } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import { KeyedTurns } from '../common/keyed-turns';
import { roleOf } from '../consults/consult.mapper';
import type { ConsultRecord } from '../consults/consult.record';
import { ConsultsService } from '../consults/consults.service';
import { DocumentMerger, type MergeResult } from './document-merger';
import { isDeletable, isKept, mostUpdates, NAMES_OF_PARTS, takesUpdates } from './document-rules';
import {
  busy,
  documentClosed,
  documentDeleted,
  documentInUse,
  documentPartDeleted,
  documentTooLarge,
  notKept,
  studentsOnly,
  updateMalformed,
} from './documents.errors';
import { DocumentsRepository } from './documents.repository';

/** Updates that replace each other count apart until they are merged: this much of them is merged at once. */
const MOST_BYTES = 2 * DOCUMENT_MAX_BYTES;

/** How often an update is looked at anew because another server has appended one meanwhile. */
const ATTEMPTS = 5;

/**
 * What the server keeps of the documents of consults. An update is kept once it was merged, in a thread of its own, with
 * everything that is kept already: what is kept can be read.
 */
@Injectable()
export class DocumentsService {
  /** One writer of a document at a time, so that none looks at what another is about to change. */
  private readonly turns = new KeyedTurns();

  constructor(
    private readonly repository: DocumentsRepository,
    private readonly consults: ConsultsService,
    private readonly merger: DocumentMerger,
    private readonly clock: Clock,
  ) {}

  async get(userId: string, consultId: string): Promise<DocumentResponse> {
    await this.keptFor(userId, consultId);
    const { lastSeq, updates } = await this.repository.read(consultId);
    if (updates.length === 0) return { update: null, seq: 0 };
    const state = await this.merge(updates);
    return { update: Buffer.from(state.buffer, state.byteOffset, state.length).toString('base64'), seq: lastSeq };
  }

  /** Keeps a Yjs update (format 1) and returns its number. */
  async append(userId: string, consultId: string, bytes: Uint8Array): Promise<number> {
    const consult = await this.keptFor(userId, consultId);
    if (!takesUpdates(consult, this.clock.now())) throw documentClosed();
    if (bytes.length > DOCUMENT_MAX_BYTES) throw documentTooLarge();
    return this.turns.run(consultId, async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const seq = await this.tryAppend(consult, { authorId: userId, bytes });
        if (seq !== undefined) return seq;
      }
      throw busy();
    });
  }

  async delete(userId: string, consultId: string): Promise<void> {
    await this.deletableFor(userId, consultId);
    await this.repository.erase(consultId);
  }

  /** Nothing of the part is left, and from now on the document takes no update: a late tab's could bring it back. */
  async deletePart(userId: string, consultId: string, part: DocumentPart): Promise<void> {
    await this.deletableFor(userId, consultId);
    await this.turns.run(consultId, async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { lastSeq, deleted, updates } = await this.repository.read(consultId);
        if (deleted) return;
        const state = updates.length > 0 ? merged(await this.merger.erase(updates, NAMES_OF_PARTS[part])) : null;
        if (await this.repository.replace(consultId, lastSeq, state)) return;
      }
      throw busy();
    });
  }

  /** Puts one update in the place of all that are kept. */
  async compact(consultId: string): Promise<void> {
    await this.turns.run(consultId, async () => {
      const { lastSeq, updates } = await this.repository.read(consultId);
      if (updates.length > 1) await this.repository.compact(consultId, lastSeq, await this.merge(updates));
    });
  }

  /** `undefined` when something else was appended meanwhile. */
  private async tryAppend(
    consult: ConsultRecord,
    update: { readonly authorId: string; readonly bytes: Uint8Array },
  ): Promise<number | undefined> {
    const { lastSeq, deleted, closed, updates } = await this.repository.read(consult.id);
    if (deleted) throw documentDeleted();
    if (closed) throw documentPartDeleted();
    const state = await this.merge(updates, update.bytes);
    if (state.length > DOCUMENT_MAX_BYTES) throw documentTooLarge();
    const seq = await this.repository.append(consult.id, lastSeq, update);
    if (seq === undefined) return undefined;
    const all = [...updates, update.bytes];
    const bytes = all.reduce((sum, { length }) => sum + length, 0);
    if (all.length > mostUpdates(consult) || bytes > MOST_BYTES) await this.repository.compact(consult.id, seq, state);
    return seq;
  }

  private async merge(kept: readonly Uint8Array[], added?: Uint8Array): Promise<Uint8Array> {
    const [first] = kept;
    if (first && kept.length === 1 && !added) return first;
    return merged(await this.merger.merge(kept, added), added && updateMalformed);
  }

  private async deletableFor(userId: string, consultId: string): Promise<void> {
    const consult = await this.keptFor(userId, consultId);
    if (roleOf(consult, userId) !== 'student') throw studentsOnly();
    if (!isDeletable(consult)) throw documentInUse();
  }

  private async keptFor(userId: string, consultId: string): Promise<ConsultRecord> {
    const consult = await this.consults.getRecord(userId, consultId);
    if (!isKept(consult)) throw notKept();
    return consult;
  }
}

function merged(result: MergeResult, refused = busy): Uint8Array {
  if ('state' in result) return result.state;
  throw result.failure === 'busy' ? busy() : refused();
}
