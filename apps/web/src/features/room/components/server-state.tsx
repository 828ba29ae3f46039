import { useMessages } from '../../../shared/i18n/use-messages';
import { useConnectionStatus } from '../../../shared/realtime/realtime-provider';
import { roomMessages } from '../messages';
import type { RoomSnapshot } from '../session/room-snapshot';
import classes from './room-screen.module.css';

/** The way to the server, apart from the call: the call goes on without it. */
export function ServerState({ phase }: { readonly phase: RoomSnapshot['phase'] }) {
  const m = useMessages(roomMessages);
  const status = useConnectionStatus();
  const lost = status.state !== 'connected';
  const text = phase === 'joining' && !lost ? m.entering : lost ? m.serverLost : null;
  return (
    <div role="status" className={classes.server} data-shown={text !== null || undefined}>
      {text}
    </div>
  );
}
