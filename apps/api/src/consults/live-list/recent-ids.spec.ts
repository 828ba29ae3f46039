import { describe, expect, it } from '@jest/globals';
import { RecentIds } from './recent-ids';

describe('RecentIds', () => {
  it('forgets the one that was added longest ago, and counts one that is added again as new', () => {
    const recent = new RecentIds(2);
    for (const id of ['a', 'b', 'a', 'c']) recent.add(id);
    expect(['a', 'b', 'c'].map((id) => recent.has(id))).toEqual([true, false, true]);
  });
});
