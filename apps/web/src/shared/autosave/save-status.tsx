import { Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import type { SaveState } from './autosave';
import { autosaveMessages } from './messages';
import { isSettled, isTrouble, toldState } from './told-state';

/** Where the text is: told by sight always, by voice only when it matters. */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  const m = useMessages(autosaveMessages);
  const [settled, setSettled] = useState(state);
  if (isSettled(state) && state !== settled) setSettled(state);
  const told = toldState(settled, state);
  const trouble = isTrouble(told);
  return (
    <Text
      fz="sm"
      {...(trouble ? { c: 'red', fw: 600 } : { c: 'dimmed' })}
      role={trouble ? 'alert' : undefined}
      data-save={state}
    >
      {m.states[told]}
    </Text>
  );
}
