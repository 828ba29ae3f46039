import { ErrorBody } from '@ieum/api-contract';
import type { z } from 'zod';
import { ApiError } from './api-error';

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
  if (body.success) {
    return new ApiError({ ...body.data.error, status });
  }
  // Not one of ours: a proxy in between, while the server restarts.
  return new ApiError({ code: status >= 500 ? 'server/unavailable' : 'network/bad-answer', status, cause: body.error });
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
