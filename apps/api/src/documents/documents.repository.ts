import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** A consult's document as it is kept: updates that make the whole when they are applied in their order. */
export interface KeptDocument {
  /** The number of the last update; 0 before the first. */
  readonly lastSeq: number;
  readonly deleted: boolean;
  /** A part of it was deleted. */
  readonly closed: boolean;
  readonly updates: readonly Uint8Array[];
}

interface Row {
  last_seq: number;
  deleted: boolean;
  closed: boolean;
  bytes: Buffer | null;
}

const NOTHING: KeptDocument = { lastSeq: 0, deleted: false, closed: false, updates: [] };

/**
 * The rows of documents. A document's own row gives its updates their numbers, and so puts whoever writes to it in an
 * order: every update up to a number can be seen by whoever sees that number.
 */
@Injectable()
export class DocumentsRepository {
  constructor(private readonly database: Database) {}

  async read(consultId: string): Promise<KeptDocument> {
    const rows = await this.database.query<Row>(
      `SELECT d.last_seq, d.deleted_at IS NOT NULL AS deleted, d.closed_at IS NOT NULL AS closed, u.bytes
       FROM documents d LEFT JOIN document_updates u ON u.consult_id = d.consult_id AND d.deleted_at IS NULL
       WHERE d.consult_id = $1 ORDER BY u.seq`,
      [consultId],
    );
    const [first] = rows;
    if (!first) return NOTHING;
    const updates = rows.flatMap(({ bytes }) => (bytes ? [bytes] : []));
    return { lastSeq: first.last_seq, deleted: first.deleted, closed: first.closed, updates };
  }

  /**
   * Appends an update that was looked at together with everything up to `lastSeq`, and returns its number; `undefined`
   * when there is more by now, or the document or a part of it was deleted.
   */
  async append(
    consultId: string,
    lastSeq: number,
    update: { readonly authorId: string; readonly bytes: Uint8Array },
  ): Promise<number | undefined> {
    const rows = await this.database.query<{ seq: number }>(
      `WITH next AS (
         INSERT INTO documents (consult_id, last_seq) VALUES ($1, 1)
         ON CONFLICT (consult_id) DO UPDATE SET last_seq = documents.last_seq + 1
           WHERE documents.last_seq = $2 AND documents.deleted_at IS NULL AND documents.closed_at IS NULL
         RETURNING last_seq)
       INSERT INTO document_updates (consult_id, seq, author_id, bytes)
       SELECT $1, last_seq, $3, $4 FROM next RETURNING seq`,
      [consultId, lastSeq, update.authorId, update.bytes],
    );
    return rows[0]?.seq;
  }

  /**
   * Puts `state`, which is of several authors, in the place of every update up to `seq`, in one statement. What was
   * appended since stays as it is. Nothing happens when update `seq` is gone: a later compaction has taken it in, or the
   * document was deleted. The document's row is locked first, because rows locked in any order could lock for ever.
   */
  async compact(consultId: string, seq: number, state: Uint8Array): Promise<void> {
    await this.database.execute(
      `WITH document AS (SELECT FROM documents WHERE consult_id = $1 AND deleted_at IS NULL FOR UPDATE),
       merged AS (
         DELETE FROM document_updates WHERE EXISTS (SELECT FROM document) AND consult_id = $1 AND seq < $2)
       UPDATE document_updates SET bytes = $3, author_id = NULL
       WHERE EXISTS (SELECT FROM document) AND consult_id = $1 AND seq = $2`,
      [consultId, seq, state],
    );
  }

  /**
   * Puts `state` in the place of everything up to `lastSeq`, and closes the document; without a state nothing is left.
   * False when something was appended meanwhile, or the document was deleted.
   */
  async replace(consultId: string, lastSeq: number, state: Uint8Array | null): Promise<boolean> {
    const rows = await this.database.query(
      `WITH document AS (
         INSERT INTO documents (consult_id, last_seq, closed_at) VALUES ($1, 0, now())
         ON CONFLICT (consult_id) DO UPDATE
           SET last_seq = documents.last_seq + 1, closed_at = coalesce(documents.closed_at, excluded.closed_at)
           WHERE documents.last_seq = $2 AND documents.deleted_at IS NULL
         RETURNING last_seq),
       gone AS (DELETE FROM document_updates WHERE EXISTS (SELECT FROM document) AND consult_id = $1),
       kept AS (
         INSERT INTO document_updates (consult_id, seq, bytes)
         SELECT $1, last_seq, $3 FROM document WHERE $3::bytea IS NOT NULL)
       SELECT last_seq FROM document`,
      [consultId, lastSeq, state],
    );
    return rows.length > 0;
  }

  /**
   * Takes every update away, or nothing. The document's row stays, marked first, so that nothing can be appended in
   * between; one statement would not see what was appended while it waited for the row.
   */
  async erase(consultId: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await transaction.execute(
        `INSERT INTO documents (consult_id, last_seq, deleted_at) VALUES ($1, 0, now())
         ON CONFLICT (consult_id) DO UPDATE SET deleted_at = coalesce(documents.deleted_at, excluded.deleted_at)`,
        [consultId],
      );
      await transaction.execute('DELETE FROM document_updates WHERE consult_id = $1', [consultId]);
    });
  }
}
