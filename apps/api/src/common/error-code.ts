/** The `code` that Node's and the database's errors carry: `ENOENT`, `EADDRINUSE`, an SQLSTATE. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
