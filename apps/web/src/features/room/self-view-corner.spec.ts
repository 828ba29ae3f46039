import { describe, expect, it } from '@jest/globals';
import { asCorner, CORNERS, cornerAfterKey, nearestCorner, nextCorner } from './self-view-corner';

const stage = { left: 100, top: 50, width: 800, height: 600 };
const tile = (left: number, top: number) => ({ left, top, width: 160, height: 90 });

describe('the corner of the self-view', () => {
  it.each([
    [tile(110, 60), 'top-left'],
    [tile(700, 60), 'top-right'],
    [tile(110, 500), 'bottom-left'],
    [tile(700, 500), 'bottom-right'],
  ])('snaps to the nearest one', (dropped, expected) => {
    expect(nearestCorner(dropped, stage)).toBe(expected);
  });

  it('moves by arrow keys and stays where an edge is', () => {
    expect(cornerAfterKey('bottom-right', 'ArrowUp')).toBe('top-right');
    expect(cornerAfterKey('top-right', 'ArrowLeft')).toBe('top-left');
    expect(cornerAfterKey('top-left', 'ArrowLeft')).toBe('top-left');
    expect(cornerAfterKey('top-left', 'Enter')).toBeNull();
  });

  it('visits all four by taps', () => {
    const visited = CORNERS.map((_, taps) =>
      Array.from({ length: taps }).reduce<string>((c) => nextCorner(c as 'top-left'), 'top-left'),
    );
    expect(new Set(visited).size).toBe(4);
  });

  it('starts at the bottom right when nothing sensible is remembered', () => {
    expect(asCorner(null)).toBe('bottom-right');
    expect(asCorner('middle')).toBe('bottom-right');
    expect(asCorner('top-left')).toBe('top-left');
  });
});
