import { useCallback, useState } from 'react';
import { PracticeChoiceStore } from '../practice-choices';
import type { PracticeChoices } from '../practice-choices';

/** How the learner likes to practise, kept on this device. */
export function usePracticeChoices() {
  const [store] = useState(() => new PracticeChoiceStore(localStorage));
  const [choices, setChoices] = useState(() => store.read());
  const choose = useCallback((change: Partial<PracticeChoices>) => setChoices(store.write(change)), [store]);
  return { store, choices, choose };
}
