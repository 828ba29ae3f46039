import { KeyedBuckets, type Limit } from '../common/token-bucket';
import type { Channel, Cluster } from './cluster';

/** Buckets of which every node has a copy: what is taken on one is taken on all, a moment later. */
export class SharedBuckets {
  private readonly buckets: KeyedBuckets;
  private readonly others: Channel<string>;

  constructor(cluster: Cluster, name: string, limit: Limit) {
    this.buckets = new KeyedBuckets(limit);
    this.others = cluster.open<string>(`limit:${name}`, {
      receive: (key) => void this.buckets.take(key, performance.now()),
    });
  }

  /** Takes one and returns 0, or takes none and returns the milliseconds until there is one. */
  take(key: string, now: number): number {
    const waitMs = this.buckets.take(key, now);
    if (waitMs === 0) this.others.tell(key);
    return waitMs;
  }

  /** What `take` would return; takes none. */
  wait(key: string, now: number): number {
    return this.buckets.wait(key, now);
  }
}
