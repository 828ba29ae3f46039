import { describe, expect, it } from '@jest/globals';
import type { SaveState } from './autosave';
import { isSettled, toldState } from './told-state';

/** What is said one after the other. */
function told(states: readonly SaveState[]): SaveState[] {
  let settled: SaveState = 'saved';
  return states.map((state) => {
    const said = toldState(settled, state);
    if (isSettled(state)) settled = state;
    return said;
  });
}

describe('what is said of a save', () => {
  it('follows it while all is well', () => {
    expect(told(['unsaved', 'saving', 'saved'])).toEqual(['unsaved', 'saving', 'saved']);
  });

  it.each(['retrying', 'refused'] as const)('stays the same through all tries while it is %s', (trouble) => {
    expect(told(['saving', trouble, 'saving', trouble, 'unsaved', 'saving', trouble, 'saving', 'saved'])).toEqual([
      'saving',
      trouble,
      trouble,
      trouble,
      trouble,
      trouble,
      trouble,
      trouble,
      'saved',
    ]);
  });

  it('is over once a conflict was settled', () => {
    expect(told(['conflict', 'unsaved', 'saving', 'saved'])).toEqual(['conflict', 'unsaved', 'saving', 'saved']);
  });

  it('changes from one trouble to another', () => {
    expect(told(['retrying', 'saving', 'conflict', 'saved'])).toEqual(['retrying', 'retrying', 'conflict', 'saved']);
  });
});
