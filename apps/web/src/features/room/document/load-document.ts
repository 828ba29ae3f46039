import { loadInCall } from '../../../shared/lib/load-in-call';
import type { DocumentCode } from './lazy-document';

/** Fetches what makes the document run. */
export const loadDocument = (): Promise<DocumentCode> =>
  loadInCall(async () => {
    const { createDocument, fetchInspector } = await import('./document-code');
    await fetchInspector();
    return { createDocument };
  });
