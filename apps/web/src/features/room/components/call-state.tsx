import { Button, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import { roomMessages } from '../messages';
import type { RemotePeerView } from '../session/room-snapshot';
import classes from './stage.module.css';

interface CallStateProps {
  readonly peer: RemotePeerView | null;
  readonly name: string;
  readonly onRetry: () => void;
}

/** Whether the other side can be heard, and what is being done about it when not. */
export function CallState({ peer, name, onRetry }: CallStateProps) {
  const room = useMessages(roomMessages);
  const m = useMessages(callMessages);
  const isConnected = peer?.state === 'connected';
  const healing = peer?.healing ?? null;
  const quiet = isConnected && peer.present && healing === null;
  return (
    <div className={classes.state} role="status" data-state={peer?.state ?? 'absent'} data-quiet={quiet || undefined}>
      <Text fw={600}>{peer ? room.states[peer.state]({ name }) : room.waitingFor({ name })}</Text>
      {!peer && <Text>{room.stays}</Text>}
      {healing && <Text data-healing={healing}>{isConnected ? m.networkChanged : m.healing[healing]}</Text>}
      {peer && !peer.present && <Text>{room.peerAway({ name })}</Text>}
      {peer?.state === 'failed' && (
        <>
          <Text>{room.failedHint}</Text>
          <Button mt="xs" variant="white" onClick={onRetry}>
            {m.tryNow}
          </Button>
        </>
      )}
    </div>
  );
}
