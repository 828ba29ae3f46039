import type { DocumentCode } from './lazy-document';

/** Fetches what makes the document run. */
export async function loadDocument(): Promise<DocumentCode> {
  const { createDocument, fetchInspector } = await import('./document-code');
  await fetchInspector();
  return { createDocument };
}
