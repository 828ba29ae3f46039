import { Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { SaveState } from '../draft-autosave';
import { feedbackMessages } from '../messages';

/** Where the draft is: told by sight always, by voice only when it matters. */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  const m = useMessages(feedbackMessages);
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
