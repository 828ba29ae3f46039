/** `unreachable`: asking again may help. `stale`: only a new page does. */
export type CodeFailure = 'unreachable' | 'stale';

/** Code of this page that could not be fetched. */
export class CodeError extends Error {
  override readonly name = 'CodeError';
  readonly failure: CodeFailure;

  constructor(failure: CodeFailure, file: string, cause?: unknown) {
    super(`code is ${failure}: ${file}`, { cause });
    this.failure = failure;
  }
}

/** What can be done about code that did not come. Whatever else went wrong on the way may go well the next time. */
export const failureOf = (error: unknown): CodeFailure => (error instanceof CodeError ? error.failure : 'unreachable');
