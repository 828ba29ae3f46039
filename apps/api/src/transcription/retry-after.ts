const MOST_MS = 60 * 60 * 1000;

/** `Retry-After` in milliseconds (RFC 9110 section 10.2.3: seconds, or a date), an hour at the most. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/u.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MOST_MS);
}
