import type { DegradedPart } from '@ieum/signaling-protocol';
import { Button } from '@mantine/core';
import { useMessages } from '../i18n/use-messages';
import type { ApiErrorCode } from '../lib/api-error';
import { useConnectionStatus, useDegradedParts, useRealtime } from '../realtime/realtime-provider';
import classes from './connection-banner.module.css';
import { connectionMessages } from './connection-messages';
import { uiMessages } from './messages';

/**
 * Says that the connection is lost and being mended, that this tab has to be reloaded, or what of the service works less
 * well. Silent while all is well.
 */
export function ConnectionBanner() {
  const status = useConnectionStatus();
  const degraded = useDegradedParts();
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {status.state === 'reconnecting' && <Reconnecting />}
      {status.state === 'refused' && <Refused code={status.code} />}
      {status.state === 'connected' && degraded.length > 0 && <Degraded parts={degraded} />}
    </div>
  );
}

function Reconnecting() {
  const m = useMessages(connectionMessages);
  return (
    <div className={classes.banner} data-connection="reconnecting">
      <span className={classes.dot} aria-hidden="true" />
      <span>
        <strong>{m.reconnecting}</strong> {m.reconnectingHint}
      </span>
    </div>
  );
}

/** One sentence at a time, the one that matters more to somebody who waits for a call. */
function Degraded({ parts }: { readonly parts: readonly DegradedPart[] }) {
  const m = useMessages(connectionMessages);
  const relay = parts.includes('relay');
  return (
    <div className={classes.banner} data-connection="degraded">
      <span>
        <strong>{relay ? m.relay : m.otherNodes}</strong> {relay ? m.relayHint : m.otherNodesHint}
      </span>
    </div>
  );
}

function Refused({ code }: { readonly code: ApiErrorCode }) {
  const ui = useMessages(uiMessages);
  const m = useMessages(connectionMessages);
  const connection = useRealtime();
  const surplus = code === 'auth/too-many-sockets';
  return (
    <div className={classes.banner} data-connection="refused">
      <strong>{surplus ? m.tooMany : code === 'protocol/unsupported-version' ? m.updated : m.refused}</strong>
      <Button size="sm" color="dark" onClick={() => (surplus ? connection.restart() : window.location.reload())}>
        {surplus ? m.useHere : ui.reload}
      </Button>
    </div>
  );
}
