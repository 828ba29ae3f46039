import type { z } from 'zod';
import { ApiError } from './api-error';
import { readAnswer, readBlob, readRefusal } from './read-answer';
import type { SessionKeeper } from './session-keeper';

const TIMEOUT_MS = 20_000;
const SESSION_OVER: readonly string[] = ['auth/token-expired', 'auth/unauthenticated', 'auth/session-ended'];

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Sent as they are in the place of a `body`, with their SHA-256 in base64 where there is one (RFC 9530 §2). */
  readonly bytes?: { readonly content: Uint8Array<ArrayBuffer>; readonly sha256?: string };
  readonly signal?: AbortSignal | undefined;
  /** Goes through even when the page closes meanwhile. Browsers take 64 KiB at a time of such bodies (Fetch §2.2.5). */
  readonly keepalive?: boolean;
  /** How long the answer may take, where it is more than usual. */
  readonly timeoutMs?: number;
}

export interface ApiRequester {
  <T>(call: ApiCall & { readonly response: z.ZodType<T> }): Promise<T>;
  /** A request whose answer is a file. */
  (call: ApiCall & { readonly response: 'blob' }): Promise<Blob>;
  /** A request whose answer has no body. */
  (call: ApiCall & { readonly response?: null }): Promise<void>;
}

interface Ports {
  readonly fetch: typeof fetch;
  readonly session: Pick<SessionKeeper, 'getSnapshot' | 'refresh' | 'isExpiring'>;
}

/** Makes the function that talks to the REST API: with the token, renewed once when it has ended. */
export function createApiRequester({ fetch: send, session }: Ports): ApiRequester {
  const token = (): string | null => {
    const state = session.getSnapshot();
    return state.status === 'signed-in' ? state.accessToken : null;
  };

  const attempt = async (call: ApiCall, accessToken: string | null): Promise<Response> => {
    const headers = new Headers({ accept: 'application/json' });
    if (accessToken !== null) headers.set('authorization', `Bearer ${accessToken}`);
    if (call.body !== undefined) headers.set('content-type', 'application/json');
    if (call.bytes) {
      headers.set('content-type', 'application/octet-stream');
      if (call.bytes.sha256 !== undefined) headers.set('content-digest', `sha-256=:${call.bytes.sha256}:`);
    }
    const timeout = AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS);
    try {
      return await send(call.path, {
        method: call.method,
        headers,
        body: call.bytes?.content ?? (call.body === undefined ? null : JSON.stringify(call.body)),
        keepalive: call.keepalive ?? false,
        signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      });
    } catch (cause) {
      if (call.signal?.aborted) throw cause;
      throw new ApiError({ code: 'network/offline', cause });
    }
  };

  const requestAnswer = async (call: ApiCall): Promise<Response> => {
    if (session.isExpiring()) await session.refresh();
    const used = token();
    let response = await attempt(call, used);
    if (response.status === 401 && used !== null) {
      const refusal = await readRefusal(response);
      if (!SESSION_OVER.includes(refusal.code)) throw refusal;
      const renewed = token() === used ? await session.refresh() : token() !== null;
      if (!renewed) throw refusal;
      response = await attempt(call, token());
    }
    return response;
  };

  return async <T>(call: ApiCall & { readonly response?: z.ZodType<T> | 'blob' | null }) => {
    const response = await requestAnswer(call);
    if (call.response && call.response !== 'blob') return readAnswer(response, call.response);
    if (!response.ok) throw await readRefusal(response);
    return (call.response === 'blob' ? await readBlob(response) : undefined) as T;
  };
}
