import type { DocumentResponse } from '@ieum/api-contract';
import * as Y from 'yjs';
import type { Person } from './person';

async function keptUpdate(person: Person, consultId: string): Promise<Buffer> {
  const { update } = (await person.api('get', `/api/consults/${consultId}/document`)) as DocumentResponse;
  return Buffer.from(update ?? '', 'base64');
}

/** What the server has of a consult's document, as text: words stand in it as they were written. */
export async function keptText(person: Person, consultId: string): Promise<string> {
  return (await keptUpdate(person, consultId)).toString('utf8');
}

/** The paragraphs of the notes that the server has. */
export async function keptLines(person: Person, consultId: string): Promise<string[]> {
  const doc = new Y.Doc();
  const update = await keptUpdate(person, consultId);
  if (update.byteLength > 0) Y.applyUpdate(doc, update);
  return doc.getXmlFragment('notes').toArray().map(wordsOf);
}

function wordsOf(node: unknown): string {
  if (node instanceof Y.XmlText) return (node.toDelta() as { insert: unknown }[]).map(({ insert }) => insert).join('');
  return node instanceof Y.XmlElement ? node.toArray().map(wordsOf).join('') : '';
}
