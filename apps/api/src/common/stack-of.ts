import { errorCode } from './error-code';

/** An error's stack for the log. What a database says quotes the values it was given, so its code stands instead. */
export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const isDatabases = 'severity' in error || 'driverError' in error;
  if (!isDatabases || !error.message) return error.stack;
  const cause = 'driverError' in error ? error.driverError : error;
  return error.stack?.replaceAll(error.message, errorCode(cause) ?? 'of the database');
}
