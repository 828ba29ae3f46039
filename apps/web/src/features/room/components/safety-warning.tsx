import { Button } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import type { RemotePeerView } from '../session/room-snapshot';
import classes from './room-screen.module.css';

interface SafetyWarningProps {
  readonly peer: RemotePeerView | null;
  readonly onLook: () => void;
}

/** Stays for as long as there is reason not to trust the line. */
export function SafetyWarning({ peer, onLook }: SafetyWarningProps) {
  const m = useMessages(callMessages);
  const isMismatch = peer?.safetyCode.status === 'mismatch';
  const text = isMismatch ? m.safetyMismatch : peer?.safetyCodeChanged ? m.safetyChanged : null;
  return (
    <div role="alert" className={classes.warning} data-shown={text !== null || undefined}>
      {text}
      {text && (
        <Button size="compact-md" mih={44} color="red" onClick={onLook}>
          {m.look}
        </Button>
      )}
    </div>
  );
}
