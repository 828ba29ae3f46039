import { DocumentResponse } from '@ieum/api-contract';
import type { DocumentPart } from '@ieum/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../lib/api-client';
import { fromBase64 } from '../lib/base64';
import readerUrl from './document-reader.worker?worker&url';
import { openDocument } from './open-document';
import type { DocumentReading } from './read-document';

const pathOf = (consultId: string): string => `/api/consults/${encodeURIComponent(consultId)}/document`;

const createWorker = () => new Worker(readerUrl, { type: 'module' });

/** What is kept of a consult's document; `null` when that is nothing. */
export const documentQuery = (consultId: string) =>
  queryOptions({
    queryKey: ['document', consultId],
    queryFn: async ({ signal }): Promise<DocumentReading | null> => {
      const { update } = await apiRequest({
        method: 'GET',
        path: pathOf(consultId),
        response: DocumentResponse,
        signal,
      });
      return update === null ? null : openDocument(fromBase64(update), createWorker);
    },
    // Whoever wrote has left; only a late tab could still add to it.
    staleTime: 60_000,
  });

/** Erases the whole document, or one part of it, for good. */
export async function deleteDocument(consultId: string, part?: DocumentPart): Promise<void> {
  await apiRequest({ method: 'DELETE', path: part ? `${pathOf(consultId)}/parts/${part}` : pathOf(consultId) });
}
