import { RecordingResponse } from '@ieum/api-contract';
import { apiRequest } from '../../../../shared/lib/api-client';
import { ApiError } from '../../../../shared/lib/api-error';
import { sessionStore } from '../../../../shared/lib/session-store';
import type { RecordingServer } from '../recording-server';

/** For slow lines: a slice is some 40 KB, where the browser records as it was asked to. */
const SLICE_TIMEOUT_MS = 60_000;

/** The REST API, as one user: should another one sign in meanwhile, nothing is sent in their name. */
export function apiRecordingServer(userId: string): RecordingServer {
  const asUser = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const session = sessionStore.getSnapshot();
    if (session.status === 'signed-out' || (session.status === 'signed-in' && session.user.id !== userId)) {
      throw new ApiError({ code: 'auth/unauthenticated', status: 401 });
    }
    return ask();
  };
  const pathOf = (takeId: string): string => `/api/recordings/${takeId}`;
  return {
    begin: ({ id, questionId, contentType }) =>
      asUser(() =>
        apiRequest({
          method: 'POST',
          path: '/api/recordings',
          body: { id, questionId, contentType },
          response: RecordingResponse,
        }),
      ),
    send: (takeId, { index, bytes, sha256 }) =>
      asUser(() =>
        apiRequest({
          method: 'PUT',
          path: `${pathOf(takeId)}/slices/${index}`,
          bytes: { content: bytes, sha256 },
          timeoutMs: SLICE_TIMEOUT_MS,
        }),
      ),
    complete: (takeId, all) =>
      asUser(async () => {
        const path = `${pathOf(takeId)}/complete`;
        return (await apiRequest({ method: 'POST', path, body: all, response: RecordingResponse })).recording;
      }),
    remove: (takeId) => asUser(() => apiRequest({ method: 'DELETE', path: pathOf(takeId) })),
  };
}
