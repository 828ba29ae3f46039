import { QueryFailedError } from 'typeorm';

/** The name of the unique constraint that refused a write, or `undefined` for every other error (SQLSTATE 23505). */
export function violatedUniqueConstraint(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const driverError: { code?: unknown; constraint?: unknown } = error.driverError;
  return driverError.code === '23505' && typeof driverError.constraint === 'string'
    ? driverError.constraint
    : undefined;
}
