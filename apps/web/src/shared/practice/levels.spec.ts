import { describe, expect, it } from '@jest/globals';
import { TargetLevel } from '@ieum/api-contract';
import { LEVELS, levelOf } from './levels';

describe('the levels a learner may aim at', () => {
  it('are those of the contract', () => {
    for (const level of LEVELS) expect(levelOf(TargetLevel.parse(Number(level)))).toBe(level);
    for (const beyond of [0, LEVELS.length + 1]) {
      expect(TargetLevel.safeParse(beyond).success).toBe(false);
      expect(() => levelOf(beyond)).toThrow(/no level/u);
    }
  });
});
