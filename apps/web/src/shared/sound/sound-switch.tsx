import { Switch } from '@mantine/core';
import { defineMessages } from '../i18n/define-messages';
import { useMessages } from '../i18n/use-messages';
import { playChime } from './chime';
import classes from './sound-switch.module.css';
import { useSoundMuted } from './use-sound-muted';

const messages = defineMessages({
  en: { label: 'Sound' },
  ko: { label: '알림 소리' },
});

/** Whether the page may make its soft sound; turning it on plays it once. */
export function SoundSwitch() {
  const m = useMessages(messages);
  const [muted, setMuted] = useSoundMuted();
  return (
    <Switch
      className={classes.switch}
      size="md"
      label={m.label}
      checked={!muted}
      onChange={(event) => {
        setMuted(!event.currentTarget.checked);
        if (event.currentTarget.checked) void playChime();
      }}
    />
  );
}
