import { Button, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useStream } from '../hooks/use-stream';
import { roomMessages } from '../messages';
import type { RemotePeerView } from '../session/room-snapshot';
import { CameraIcon, MicrophoneIcon } from './icons';
import classes from './stage.module.css';

interface RemoteTileProps {
  readonly peer: RemotePeerView | null;
  readonly name: string;
  readonly onRetry: () => void;
}

/** The other side: as large as the window allows, or who is missing and why. */
export function RemoteTile({ peer, name, onRetry }: RemoteTileProps) {
  const m = useMessages(roomMessages);
  const { video, blocked, unblock } = useStream(peer?.stream ?? null);
  const cameraOn = peer?.media?.camera ?? false;
  const quiet = peer?.state === 'connected' && peer.present;
  return (
    <figure className={classes.remote} aria-label={m.remoteVideo({ name })}>
      {/* Live speech of two people: there is no text track to offer. */}
      <video
        ref={video}
        autoPlay
        playsInline
        data-testid="remote-video"
        className={classes.video}
        data-hidden={!cameraOn || undefined}
        aria-label={m.remoteVideo({ name })}
      />
      {!cameraOn && (
        <span className={classes.avatar} aria-hidden="true">
          {[...name][0] ?? '?'}
        </span>
      )}
      <figcaption className={classes.caption}>
        <span>{name}</span>
        {peer?.media?.microphone === false && (
          <span role="img" aria-label={m.remoteMuted({ name })} title={m.remoteMuted({ name })}>
            <MicrophoneIcon off />
          </span>
        )}
        {peer?.media?.camera === false && (
          <span role="img" aria-label={m.remoteCameraOff({ name })} title={m.remoteCameraOff({ name })}>
            <CameraIcon off />
          </span>
        )}
      </figcaption>
      <div className={classes.state} role="status" data-state={peer?.state ?? 'absent'} data-quiet={quiet || undefined}>
        <Text fw={600}>{peer ? m.states[peer.state]({ name }) : m.waitingFor({ name })}</Text>
        {!peer && <Text>{m.stays}</Text>}
        {peer && !peer.present && <Text>{m.peerAway({ name })}</Text>}
        {peer?.state === 'failed' && (
          <>
            <Text>{m.failedHint}</Text>
            <Button mt="xs" variant="white" onClick={onRetry}>
              {m.tryAgain}
            </Button>
          </>
        )}
      </div>
      {blocked && (
        <Button className={classes.unblock} size="lg" onClick={() => void unblock()}>
          {m.blocked({ name })}
        </Button>
      )}
    </figure>
  );
}
