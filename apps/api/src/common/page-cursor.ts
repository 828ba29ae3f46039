import { z } from 'zod';
import { DomainError } from './domain-error';

/** Where a page starts: after this row, newest first. */
export interface PagePosition {
  readonly createdAt: string;
  readonly id: string;
}

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** An opaque cursor for the page after this row. */
export function encodeCursor({ createdAt, id }: { readonly createdAt: Date; readonly id: string }): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

/** @throws DomainError `request/invalid` for what `encodeCursor` did not make. */
export function decodeCursor(cursor: string): PagePosition {
  const [createdAt, id] = parse(cursor);
  return { createdAt, id };
}

function parse(cursor: string): z.infer<typeof Position> {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    const issues = [{ path: 'cursor', code: 'invalid_format' }];
    throw new DomainError('request/invalid', 'The cursor is not one of ours.', { cause, issues });
  }
}
