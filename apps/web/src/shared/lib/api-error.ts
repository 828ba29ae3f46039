import type { ErrorCode, ErrorIssue } from '@ieum/signaling-protocol';

/** What can go wrong with a request: what the server says, and what keeps its answer from arriving. */
export type ApiErrorCode = ErrorCode | 'network/offline' | 'network/bad-answer';

interface ApiErrorDetails {
  readonly code: ApiErrorCode;
  /** For developers, in English; people read words chosen by `code`. */
  readonly message?: string | undefined;
  /** The HTTP status, where there was one. */
  readonly status?: number | undefined;
  readonly issues?: readonly ErrorIssue[] | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** A request that was refused or could not be made. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly status: number | undefined;
  readonly issues: readonly ErrorIssue[] | undefined;
  readonly retryAfterMs: number | undefined;

  constructor({ code, message, status, issues, retryAfterMs, cause }: ApiErrorDetails) {
    super(message ?? code, { cause });
    this.code = code;
    this.status = status;
    this.issues = issues;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may well succeed a little later. */
  get isPassing(): boolean {
    return (
      this.code === 'network/offline' || this.code === 'server/unavailable' || this.code === 'request/rate-limited'
    );
  }

  /** Whether the same request may go well with a new token: that one could not be had may have passed by then, too. */
  get awaitsToken(): boolean {
    return this.code === 'auth/token-expired' || this.code === 'auth/unauthenticated';
  }
}
