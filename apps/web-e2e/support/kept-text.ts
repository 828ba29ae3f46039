import type { DocumentResponse } from '@ieum/api-contract';
import type { Person } from './person';

/** What the server has of a consult's document, as text: words stand in it as they were written. */
export async function keptText(person: Person, consultId: string): Promise<string> {
  const { update } = (await person.api('get', `/api/consults/${consultId}/document`)) as DocumentResponse;
  return Buffer.from(update ?? '', 'base64').toString('utf8');
}
