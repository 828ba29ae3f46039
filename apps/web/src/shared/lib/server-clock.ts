const KEY = 'ieum.clock-offset';
/** Smaller differences are the way of the answer, and would only make a running time jump. */
const TOLERANCE_MS = 2_000;

/**
 * The server's clock as far as this device can tell: its answers carry the time, and a device clock that is wrong by
 * minutes must not turn "waiting for 10 seconds" into "since an hour ago".
 */
class ServerClock {
  #offsetMs = readOffset();

  /** Takes a time that the server has just sent. `toleranceMs`: less for times that are told exactly, on a short way. */
  sync(timestamp: string, toleranceMs = TOLERANCE_MS): void {
    const offset = Date.parse(timestamp) - Date.now();
    if (Number.isNaN(offset) || Math.abs(offset - this.#offsetMs) < toleranceMs) return;
    this.#offsetMs = offset;
    globalThis.sessionStorage?.setItem(KEY, String(offset));
  }

  /** Milliseconds since the epoch, by the server's clock. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }
}

function readOffset(): number {
  const stored = Number(globalThis.sessionStorage?.getItem(KEY) ?? 0);
  return Number.isFinite(stored) ? stored : 0;
}

export const serverClock = new ServerClock();
