import { AppendDocumentUpdateResponse, DocumentResponse } from '@ieum/api-contract';
import type { AppendDocumentUpdateRequest } from '@ieum/api-contract';
import type { ApiRequester } from '../../../shared/lib/request-api';
import { fromBase64, toBase64 } from '../../../shared/lib/base64';
import type { DocumentServer } from './document-server';

/** Of the 64 KiB that browsers let outlive a page; others may be on their way. */
const MAX_KEEPALIVE = 60_000;

/** The document of a consult over the REST API. */
export function consultDocument(consultId: string, request: ApiRequester): DocumentServer {
  const path = `/api/consults/${encodeURIComponent(consultId)}/document`;
  return {
    load: async () => {
      const { update } = await request({ method: 'GET', path, response: DocumentResponse });
      return update === null ? null : fromBase64(update);
    },
    append: async (update) => {
      const body: AppendDocumentUpdateRequest = { update: toBase64(update) };
      const keepalive = body.update.length <= MAX_KEEPALIVE;
      await request({
        method: 'POST',
        path: `${path}/updates`,
        body,
        keepalive,
        response: AppendDocumentUpdateResponse,
      });
    },
  };
}
