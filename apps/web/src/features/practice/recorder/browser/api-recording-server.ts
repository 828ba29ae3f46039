import { RecordingResponse } from '@ieum/api-contract';
import { apiRequest } from '../../../../shared/lib/api-client';
import { asUser } from '../../../../shared/lib/as-user';
import type { RecordingServer } from '../recording-server';

/** For slow lines: a slice is some 40 KB, where the browser records as it was asked to. */
const SLICE_TIMEOUT_MS = 60_000;

/** The REST API, as one user: should another one sign in meanwhile, nothing is sent in their name. */
export function apiRecordingServer(userId: string): RecordingServer {
  const pathOf = (takeId: string): string => `/api/recordings/${takeId}`;
  return {
    begin: ({ id, questionId, contentType }) =>
      asUser(userId, () =>
        apiRequest({
          method: 'POST',
          path: '/api/recordings',
          body: { id, questionId, contentType },
          response: RecordingResponse,
        }),
      ),
    send: (takeId, { index, bytes, sha256 }) =>
      asUser(userId, () =>
        apiRequest({
          method: 'PUT',
          path: `${pathOf(takeId)}/slices/${index}`,
          bytes: { content: bytes, sha256 },
          timeoutMs: SLICE_TIMEOUT_MS,
        }),
      ),
    complete: (takeId, all) =>
      asUser(userId, async () => {
        const path = `${pathOf(takeId)}/complete`;
        return (await apiRequest({ method: 'POST', path, body: all, response: RecordingResponse })).recording;
      }),
    remove: (takeId) => asUser(userId, () => apiRequest({ method: 'DELETE', path: pathOf(takeId) })),
  };
}
