import { MAX_RECORDING_BYTES, MAX_RECORDING_MS } from '@ieum/api-contract';

const WARN_BEFORE_MS = 60_000;
/** What a recorder may still give after it was told to stop. */
const LAST_BYTES = 2 * 1024 * 1024;

/** How much longer a recording may go on: by time, or by size where the browser records in more detail than it was asked to. */
export function leftOf(recordedMs: number, bytes: number): number {
  const byTime = MAX_RECORDING_MS - recordedMs;
  if (bytes === 0 || recordedMs === 0) return Math.max(0, byTime);
  const bySize = ((MAX_RECORDING_BYTES - LAST_BYTES - bytes) * recordedMs) / bytes;
  return Math.max(0, Math.min(byTime, bySize));
}

export const endsSoon = (leftMs: number): boolean => leftMs <= WARN_BEFORE_MS;
