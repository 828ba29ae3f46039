import { Button, Group, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { practiceMessages } from './practice-messages';
import classes from './practice.module.css';
import type { SyncedSound } from './synced-sound';

/** Why one does not hear what both should, and what helps. */
export function HearingNote({ sound }: { readonly sound: SyncedSound }) {
  const m = useMessages(practiceMessages);
  const { language } = useLanguage();
  const { hearing, error } = useSyncExternalStore(sound.subscribe, sound.getSnapshot);
  const button = (label: string) => <Button onClick={() => sound.hear()}>{label}</Button>;
  return (
    <div role="status" className={classes.hearing}>
      {hearing === 'loading' && <Text fz="sm">{m.loading}</Text>}
      {hearing === 'unplayable' && <Text fz="sm">{m.unplayable}</Text>}
      {hearing === 'blocked' && (
        <Group gap="sm">
          <Text fz="sm">{m.blocked}</Text>
          {button(m.hear)}
        </Group>
      )}
      {hearing === 'failed' && (
        <Group gap="sm">
          <Text fz="sm">{errorText(error, language)}</Text>
          {button(m.again)}
        </Group>
      )}
    </div>
  );
}
