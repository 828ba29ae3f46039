import type { DeviceName } from '@ieum/webrtc-client';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readyCheckMessages } from '../messages';
import type { ReadyCheckState } from '../ready-check-state';
import classes from './ready-check.module.css';

interface NotSwitchedProps {
  readonly state: ReadyCheckState;
  readonly name: DeviceName;
}

/** Why the menu shows the former device again. */
export function NotSwitched({ state, name }: NotSwitchedProps) {
  const m = useMessages(readyCheckMessages);
  if (state.notSwitched?.name !== name) return null;
  return (
    <p className={classes.hint} role="status">
      {m.notSwitched}
    </p>
  );
}
