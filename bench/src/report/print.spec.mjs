import { describe, expect, it } from '@jest/globals';
import { toJson, toTable } from './print.mjs';

const ROWS = [
  { id: 'S1', name: 'relay', ours: 12.3, baseline: 12, ratio: 1.025, goal: '≤ 1.10x', met: true },
  { id: 'W1', name: 'log-in', ours: 120, baseline: 67, ratio: 1.791, goal: '≤ 110 KB', met: false },
];

describe('toTable', () => {
  it('shows each row on a line, with what became of its goal', () => {
    expect(toTable(ROWS).split('\n')).toEqual([
      'row  what    ours  baseline  ratio  goal',
      'S1   relay   12.3        12   1.02  ≤ 1.10x   met',
      'W1   log-in   120        67   1.79  ≤ 110 KB  MISSED',
    ]);
  });
});

describe('toJson', () => {
  it('is an array of the rows, as they are', () => {
    expect(JSON.parse(toJson(ROWS))).toEqual(ROWS);
  });
});
