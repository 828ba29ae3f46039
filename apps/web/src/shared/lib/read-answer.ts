import { ErrorBody } from '@ieum/api-contract';
import type { z } from 'zod';
import { ApiError } from './api-error';
import type { ApiErrorCode } from './api-error';

/** Parses an answer of the API by its schema; one of status 400 or more becomes an `ApiError`. */
export async function readAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  if (!response.ok) throw await readRefusal(response);
  const parsed = schema.safeParse(await readJson(response));
  if (!parsed.success) throw new ApiError({ code: 'network/bad-answer', status: response.status, cause: parsed.error });
  return parsed.data;
}

/** The error that an answer of status 400 or more stands for. */
export async function readRefusal(response: Response): Promise<ApiError> {
  const { status } = response;
  const body = ErrorBody.safeParse(await readJson(response));
  const retryAfterMs = retryAfterOf(response);
  if (body.success) {
    return new ApiError({ retryAfterMs, ...body.data.error, status });
  }
  // Not one of ours: a proxy in between, while the server restarts, or one that counts requests, too.
  return new ApiError({ code: codeOf(status), status, retryAfterMs, cause: body.error });
}

function codeOf(status: number): ApiErrorCode {
  if (status === 429) return 'request/rate-limited';
  return status >= 500 ? 'server/unavailable' : 'network/bad-answer';
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3); its other form, a date, no server of ours sends. */
function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/u.test(value) ? Number(value) * 1000 : undefined;
}

/** The file in an answer; a connection that breaks in the middle of it becomes an `ApiError`. */
export const readBlob = (response: Response): Promise<Blob> =>
  response.blob().catch((cause: unknown) => {
    throw new ApiError({ code: 'network/offline', status: response.status, cause });
  });

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new ApiError({ code: 'network/offline', status: response.status, cause });
  });
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
