import type { ErrorCode, ErrorIssue, ProtocolError } from '@ieum/signaling-protocol';

interface Details {
  readonly cause?: unknown;
  readonly retryAfterMs?: number;
  readonly issues?: ErrorIssue[];
}

/** A refusal with a reason. Its message is for developers and goes to the client; it carries no value of the payload. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  private readonly retryAfterMs: number | undefined;
  private readonly issues: ErrorIssue[] | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { cause, retryAfterMs, issues }: Details = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.retryAfterMs = retryAfterMs;
    this.issues = issues;
  }

  toProtocolError(): ProtocolError {
    return {
      code: this.code,
      message: this.message,
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      ...(this.issues === undefined ? {} : { issues: this.issues }),
    };
  }
}
