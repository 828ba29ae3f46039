import { describe, expect, it } from '@jest/globals';
import { figureWords } from './say-figures';

describe('figureWords', () => {
  it('says times, shares and rates with their units', () => {
    const words = figureWords('en');
    expect([words.time(0), words.time(45.4), words.time(999), words.time(2440)]).toEqual([
      '0 ms',
      '45 ms',
      '999 ms',
      '2.4 sec',
    ]);
    expect([words.share(0), words.share(0.0234), words.share(1)]).toEqual(['0%', '2.3%', '100%']);
    expect([words.rate(900_400), words.rate(1_240_000)]).toEqual(['900 kb/s', '1.2 Mb/s']);
  });

  it('says them in Korean, too', () => {
    const words = figureWords('ko');
    expect([words.time(45), words.time(2440), words.share(0.02)]).toEqual(['45ms', '2.4초', '2%']);
  });
});
