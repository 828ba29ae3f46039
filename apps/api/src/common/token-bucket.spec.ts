import { describe, expect, it } from '@jest/globals';
import { KeyedBuckets, TokenBucket } from './token-bucket';

describe('TokenBucket', () => {
  it('gives a burst, then says how long to wait', () => {
    const bucket = new TokenBucket({ burst: 2, perSecond: 4 }, 0);
    expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 250]);
  });

  it('refills with time, never beyond the burst', () => {
    const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, 0);
    bucket.take(0);
    bucket.take(0);
    expect([bucket.take(1000), bucket.take(1000)]).toEqual([0, 1000]);
    expect([bucket.take(99_000), bucket.take(99_000), bucket.take(99_000)]).toEqual([0, 0, 1000]);
  });
});

describe('KeyedBuckets', () => {
  it('says how long a key has to wait without taking anything', () => {
    const buckets = new KeyedBuckets({ burst: 1, perSecond: 1 });
    expect([buckets.wait('a', 0), buckets.take('a', 0), buckets.wait('a', 500), buckets.take('a', 1000)]).toEqual([
      0, 0, 500, 0,
    ]);
  });

  it('counts each key apart', () => {
    const buckets = new KeyedBuckets({ burst: 1, perSecond: 1 });
    expect([buckets.take('a', 0), buckets.take('b', 0), buckets.take('a', 0)]).toEqual([0, 0, 1000]);
  });

  it('forgets keys that came to rest', () => {
    const buckets = new KeyedBuckets({ burst: 10, perSecond: 1 });
    for (let i = 0; i < 1000; i += 1) buckets.take(`key ${i}`, 0);
    buckets.take('later', 60_000);
    expect(buckets.size).toBe(1);
  });
});
