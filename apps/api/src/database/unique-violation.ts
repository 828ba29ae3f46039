/** The name of the unique constraint that refused a write, or `undefined` for every other error (SQLSTATE 23505). */
export function violatedUniqueConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // TypeORM wraps the driver's error; SQL of our own gets it as it is.
  const { driverError, code, constraint } = error as Error & {
    driverError?: unknown;
    code?: unknown;
    constraint?: unknown;
  };
  if (driverError !== undefined) return violatedUniqueConstraint(driverError);
  return code === '23505' && typeof constraint === 'string' ? constraint : undefined;
}
