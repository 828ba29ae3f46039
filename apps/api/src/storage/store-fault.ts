/** What is the matter with a store. `forgetful`: what it was given does not come back. */
export type StoreFaultKind = 'full' | 'unwritable' | 'unreachable' | 'refused' | 'no-bucket' | 'forgetful';

/** Why a store cannot do something right now: for the log and the doctor, never for people. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';

  constructor(
    readonly kind: StoreFaultKind,
    /** In a word of the system or of the store. */
    readonly code: string | undefined,
    cause?: unknown,
  ) {
    super(`The object store is ${kind}.`, { cause });
  }
}

/** Why the store refused, where it was the store. */
export function faultIn(error: unknown): StoreFault | undefined {
  return error instanceof Error && error.cause instanceof StoreFault ? error.cause : undefined;
}
