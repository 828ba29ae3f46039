import type { SaveState } from './autosave';

export const isTrouble = (state: SaveState): boolean =>
  state === 'retrying' || state === 'refused' || state === 'conflict';

/** Said once it is known how it goes. */
export const isSettled = (state: SaveState): boolean => state !== 'saving' && state !== 'unsaved';

/** What is said while it is `state`, after `settled`: a trouble stays until it is over, and is not told anew with each try. */
export const toldState = (settled: SaveState, state: SaveState): SaveState =>
  (settled === 'retrying' || settled === 'refused') && !isSettled(state) ? settled : state;
