export interface Limit {
  /** What may come at once after a quiet spell. */
  readonly burst: number;
  /** What may come in the long run. */
  readonly perSecond: number;
}

/** A token bucket. Times are milliseconds of any one clock. */
export class TokenBucket {
  private tokens: number;

  constructor(
    private readonly limit: Limit,
    private at: number,
  ) {
    this.tokens = limit.burst;
  }

  /** Takes a token and returns 0, or takes none and returns the milliseconds until there is one. */
  take(now: number): number {
    const waitMs = this.wait(now);
    if (waitMs === 0) this.tokens -= 1;
    return waitMs;
  }

  /** What `take` would return; takes none. */
  wait(now: number): number {
    this.refill(now);
    return this.tokens < 1 ? Math.ceil(((1 - this.tokens) / this.limit.perSecond) * 1000) : 0;
  }

  isFull(now: number): boolean {
    this.refill(now);
    return this.tokens >= this.limit.burst;
  }

  private refill(now: number): void {
    this.tokens = Math.min(this.limit.burst, this.tokens + ((now - this.at) / 1000) * this.limit.perSecond);
    this.at = now;
  }
}

/** A bucket per key. Full ones are forgotten, so that memory follows what is going on. */
export class KeyedBuckets {
  private readonly buckets = new Map<string, TokenBucket>();
  private sweptAt = 0;

  constructor(private readonly limit: Limit) {}

  /** As `TokenBucket.take`, for this key. */
  take(key: string, now: number): number {
    this.sweep(now);
    let bucket = this.buckets.get(key);
    if (!bucket) {
      bucket = new TokenBucket(this.limit, now);
      this.buckets.set(key, bucket);
    }
    return bucket.take(now);
  }

  /** As `TokenBucket.wait`, for this key. */
  wait(key: string, now: number): number {
    return this.buckets.get(key)?.wait(now) ?? 0;
  }

  get size(): number {
    return this.buckets.size;
  }

  private sweep(now: number): void {
    if (now - this.sweptAt < (this.limit.burst / this.limit.perSecond) * 1000) return;
    this.sweptAt = now;
    for (const [key, bucket] of this.buckets) if (bucket.isFull(now)) this.buckets.delete(key);
  }
}
