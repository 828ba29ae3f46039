import { useState } from 'react';
import type { DeviceChoiceStore } from '../../../shared/lib/device-choices';

/** Whether a person wants the keys of a call, on this device (WCAG 2.1.4), and how they change that. */
export function useKeysChoice(choices: DeviceChoiceStore): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => choices.read().shortcuts);
  const choose = (next: boolean) => {
    choices.write({ shortcuts: next });
    setOn(next);
  };
  return [on, choose];
}
