const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000] as const;

/** How long to wait after so many failures in a row, the first being 1; in milliseconds. */
export const retryDelay = (failures: number): number =>
  RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? RETRY_MS[0];
