import type { Consult } from '@ieum/signaling-protocol';
import { draftOf, writeDraft } from './ask-draft';

/** Puts the words of a closed request into the form, to be changed and sent again. */
export function rememberForAsking(consult: Consult): void {
  writeDraft(sessionStorage, draftOf(consult, crypto.randomUUID()));
}
