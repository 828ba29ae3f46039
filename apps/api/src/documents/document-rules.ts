import type { DocumentPart } from '@ieum/api-contract';
import { isOpen } from '../consults/consult-status';
import type { ConsultRecord } from '../consults/consult.record';

/** How long after the end a tab may still bring what it had not sent. */
const LATE_MS = 10 * 60 * 1000;

/** A counselling consult leaves nothing on the server: its document lives in the two tabs only. */
export function isKept({ kind }: ConsultRecord): boolean {
  return kind !== 'counselling';
}

export function takesUpdates({ status, closedAt }: ConsultRecord, now: Date): boolean {
  if (status === 'matched' || status === 'live') return true;
  return status === 'ended' && closedAt !== null && now.getTime() - closedAt.getTime() < LATE_MS;
}

/** The shared types of the document that a part is made of. */
export const NAMES_OF_PARTS: Readonly<Record<DocumentPart, readonly string[]>> = {
  notes: ['notes', 'corrections'],
  moments: ['practice'],
  board: ['board'],
  chat: ['chat', 'chatMarks'],
  code: ['code'],
};

/** The student may delete the document, or a part of it, once nobody writes in it any more. */
export function isDeletable({ status }: ConsultRecord): boolean {
  return !isOpen(status);
}

/** How many updates may lie side by side: some while people write, one once the consult is over. */
export function mostUpdates({ status }: ConsultRecord): number {
  return isOpen(status) ? 50 : 1;
}
