import { z } from 'zod';
import type { ConsultRecord } from './consult.record';
import { invalidCursor } from './consults.errors';
import type { HistoryPosition } from './consults.repository';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** An opaque cursor for the page after this consult. */
export function encodeCursor(consult: Pick<ConsultRecord, 'createdAt' | 'id'>): string {
  return Buffer.from(JSON.stringify([consult.createdAt.toISOString(), consult.id])).toString('base64url');
}

/** @throws DomainError `request/invalid` for what `encodeCursor` did not make. */
export function decodeCursor(cursor: string): HistoryPosition {
  const [createdAt, id] = parse(cursor);
  return { createdAt, id };
}

function parse(cursor: string): z.infer<typeof Position> {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw invalidCursor(cause);
  }
}
