/**
 * Runs `work` at once when it is called after a quiet spell, and otherwise once at the end of the running interval,
 * however often it is called. Holds a timer only while a run is owed.
 */
export class Throttle {
  private lastRunAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => void,
  ) {}

  call(): void {
    if (this.timer) return;
    const waitMs = this.lastRunAt + this.everyMs - performance.now();
    if (waitMs <= 0) this.run();
    else this.timer = setTimeout(() => this.run(), waitMs);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private run(): void {
    this.timer = undefined;
    this.lastRunAt = performance.now();
    this.work();
  }
}
