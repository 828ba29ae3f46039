import { Text } from '@mantine/core';
import { useMessages } from '../i18n/use-messages';
import type { SaveState } from './autosave';
import { autosaveMessages } from './messages';

/** Where the text is: told by sight always, by voice only when it matters. */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  const m = useMessages(autosaveMessages);
  const trouble = state === 'retrying' || state === 'refused' || state === 'conflict';
  return (
    <Text
      fz="sm"
      {...(trouble ? { c: 'red', fw: 600 } : { c: 'dimmed' })}
      role={trouble ? 'alert' : undefined}
      data-save={state}
    >
      {m.states[state]}
    </Text>
  );
}
